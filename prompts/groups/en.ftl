### Groups and channels, in English.

## In groups

command-tldr = summarize a link, a message or the last link here

group-how = Reply to a message with my name or /tldr, and I’ll summarize what it links to. Reply to one of my summaries with a question, and I’ll look for the answer there.
group-no-link = I have seen no link here in the last 24 hours. Reply to a message with /tldr, or write the link after it.
group-nothing-to-read = There is nothing to read in that message: no link and no longer text.
admins-only = Only administrators of this chat can change that.

group-settings = What shall I do with links that people post here? I can leave them alone, summarize those to which somebody reacts with 👀, or summarize all of them. And I can keep what is shared here for the digest.
group-settings-topic = What shall I do with links that people post in this topic? I can leave them alone, summarize those to which somebody reacts with 👀, or summarize all of them. And I can keep what is shared in this group for the digest.
auto-off = Links: leave
auto-ask = On 👀
auto-on = All
auto-everywhere = The same in all topics
keep-shared = Keep what is shared for the digest
keep-names = … with who shared it

## What an administrator is told once

group-deaf = I hear only commands, replies to me and messages that name me. To let me see links and reactions here, make me an administrator.
group-deaf-private = Thank you for taking me into “{ $title }”. There I hear only commands, replies to me and messages that name me: /tldr under a link works. If I shall also see the links that people post, for a digest or to summarize them by myself, make me an administrator there (no special right is needed), or switch my privacy mode off with @BotFather and add me again. /settings in the group shows what I can do.
group-mute = I may not write in “{ $title }”, so I can’t answer there. Allow me to send messages, and I’m back.
group-topic-lost = A topic of “{ $title }” that I was asked in is closed or gone, so I answered in the group’s main topic. To let me write in closed topics, give me the right to manage topics.
channel-mute = I’m an administrator of “{ $title }”, but I may not post there. Give me the right to post messages, and the digest can appear in the channel.

## Channels

command-channels = your channels: digest and first comments
channels = Your channels. Choose one, or add another:
channels-none = I know no channel yet that both of us run. Add one here, or make me an administrator of it and forward me one of its posts.
channels-add = Add a channel
channels-choose = Choose a channel
channels-below = Choose the channel with the button in place of your keyboard.
channels-thanks = Thank you.
channels-private = Channels are set up in a private chat with me.
channels-not-yours = Only administrators of that channel can set it up.
channels-not-in = I’m not in that channel yet. Make me an administrator of it with the right to post, then choose it again.
channel-title = Channel “{ $title }”
channel-card = Links and long texts that are posted there can be kept for its digest. With a discussion group that I’m in, I can write a summary of each linked article as the first comment. The digest is posted in the channel, or wherever you like.
channel-keep = Keep posts for the digest
channel-comment = Summary as first comment
channel-digest = Digest of the channel
