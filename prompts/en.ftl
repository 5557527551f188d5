### What Nutshell says, in English. prompts/README.md tells translators what to know.

language-name = English
# Between things that are listed, as “bridge, ferry, pier”.
list-comma = { ", " }

## Greeting and help

start = Hello! Send me a link, a text or a file, and I’ll pick out the sentences that matter, word for word. Then ask me about it: I quote the place that says so, or tell you that it doesn’t.

    /help shows what else I can do.
help = Send me a link (or several), paste a text, forward a post, or send a file (PDF, DOCX, EPUB, HTML, Markdown or text): you get its main sentences, each with a link to its place. Whatever you write next is a question about it. Reply to any older summary to ask about that one.
help-more = You can aim and size a summary: “/summarize 3”, “/summarize https://… about prices”. I use no language model: every sentence I show stands in the article exactly like that.
unknown-command = I don’t know that command. /help lists those I know.
unknown-command-near = I don’t know that command. Did you mean { $near }? /help lists those I know.

## Commands, as they stand in the menu

command-summarize = summarize a link, a text or what you reply to
command-ask = ask about what you have read lately
command-check = is this sentence in the article?
command-keywords = what the article is about, in a few words
command-articles = what you have read
command-search = search everything you have read
command-settings = length, layout and language
command-help = what I can do
command-privacy = what I keep, and how to erase it
command-forget = erase everything about you
command-cancel = stop what I’m doing
# For owners only, in /help.
command-allow = let somebody in
command-deny = shut somebody out again
command-stats = how much I am used
command-broadcast = a word to everybody

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = about, on
# What people write alone in a message, without a command, that is no question: it does what the command or the button does.
# Several, with commas, in lower case.
wish-summary-words = summarize, summarise, summary, summarize this, summarize it, sum it up, tldr, tl;dr
wish-shorter-words = shorter, shorter please, make it shorter, too long
wish-longer-words = longer, longer please, more, more please, tell me more, too short
wish-help-words = help, what can you do, what do you do, what can i do here

summarize-usage = Tell me what to summarize: “/summarize https://…”, or reply to a message with /summarize. You can add a number of sentences or a topic: “/summarize 3 about prices”.
ask-usage = Write your question after the command, like this: “/ask Who takes part?”
check-usage = Write the sentence after the command: “/check The talks will last two days.”
search-usage = Write what to look for after the command: “/search climate summit”.
cancel-done = Stopped.
cancel-nothing = There is nothing to stop: I’m not working on anything for you right now.

## While it takes a moment: the only texts that end in “…”

doing-thinking = One moment …
doing-reading = Reading { $what } …
doing-reading-text = Reading the text …
doing-reading-several = { $count ->
    [one] Reading the page …
   *[other] Reading { $count } pages …
}
doing-looking = Looking it up …
doing-archive = Looking in the web archive …

## Summaries

date = { DATETIME($day, dateStyle: "medium") }
reading-time = { $minutes } min read
note-partial = The rest is behind a paywall; this is from the part I could read.
note-pages-pictured = { $count ->
    [1] Page { $pages } is a picture of text, which I can’t read.
   *[other] Pages { $pages } are pictures of text, which I can’t read.
}
note-pages-beyond = A long file: I read it up to page { $last } of { $all }.
note-archived = A copy from the web archive, made on { DATETIME($day, dateStyle: "medium") }.
note-about = About: { $about }
note-about-nothing = Nothing here is about “{ $about }”; these are the main sentences.
untitled = Text from { DATETIME($day, dateStyle: "medium") }
untitled-source = Text
text-short = That is already as short as it gets. Send me a link or a longer text, and I’ll pick out what matters.
sources-left-out = { $count ->
    [one] I read { $read } at a time. Please send the last one again.
   *[other] I read { $read } at a time. Please send the last { $count } again.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = Changed since { DATETIME($day, dateStyle: "medium") }:
news-rewritten = It is another text now; hardly a sentence of the old one is left.
news-altered = { $count } altered
news-added = { $count } new
news-removed = { $count } gone
news-was = It said:
news-now = Now it says:
news-new = New:
news-gone = Gone:
news-more = { $count ->
    [one] … and one more change
   *[other] … and { $count } more changes
}
again-same = “{ $title }” still says the same, word for word.
keywords-title = Keywords
keywords-none = This text is too short to have any.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = Why these sentences
why-line = Sentence { $place } of { $total }. Shares “{ $words }” with { $shared ->
    [one] one other
   *[other] { $shared } others
}. Closer to the whole text than { $percent } % of the others.
why-line-alone = Sentence { $place } of { $total }. Closer to the whole text than { $percent } % of the others.

button-shorter = Shorter
button-longer = Longer
button-again = Read again
button-keywords = Keywords
button-ask = Ask
button-context = Context
button-why = Why
button-summary = Back to the summary
button-archive = Archived copy
button-archive-of = Archived copy of { $number }

## Questions and answers

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Just write your question. I’ll look for the answer in “{ $title }”.
ask-how-group = Reply to this message with your question. I’ll look for the answer in “{ $title }”.
question-without-article = I have nothing to look in yet. Send me a link, a text or a file first, then ask again.
# To "thanks!" and "ok", which ask nothing.
remark-taken = You’re welcome. Ask me more about it, or send the next link.
remark-noted = Ask me more about it, or send the next link.
# To ftp:// and the like.
link-kinds = I read links that begin with https:// or http://. Send me one of those, or the text or the file itself.
answer-not-found = The article doesn’t say.
answer-not-found-several = These articles don’t say.
answer-nearest = { $count ->
    [one] The nearest passage:
   *[other] The nearest passages:
}
answer-language = Language of the article: { $language }. I find more when you ask in it.
place-page = page { $page }
place-paragraph = paragraph { $number } of { $total }
place-text = in the text
button-context-of = Context { $number }
button-answer = Back to the answer
check-exact = Yes, word for word:
check-near = Not quite. The article says:
check-absent = No, that isn’t in the article:
check-differing = In your quote, but not there: { $words }
search-nothing = Nothing you have read here mentions “{ $words }”. Try other words, or see /articles.
search-guessed = Perhaps you mean:

## What was read

articles-title = Read so far
articles-none = Nothing yet. Send me a link, a text or a file to begin.
button-newer = Newer
button-older = Older

## Settings

settings-title = Settings
settings = How long should a summary be at first, how should it look, and which language do I speak? A tick marks what is chosen.
choice-short = Short
choice-medium = Medium
choice-long = Long
choice-paragraphs = Paragraphs
choice-bullets = Bullets
choice-locale-auto = Same as Telegram

## Privacy and forgetting

privacy = I keep the articles that you read here, your latest questions about them, your settings, and your Telegram ID and language. It is all stored on the computer of whoever runs this bot. I pass it on to nobody; only the sites you link to see a request from me. There are no ads and no tracking.

    /forget erases everything about you at once.
forget-ask = Erase everything I know about you: what you have read, your questions and your settings? This can’t be undone.
forget-done = { $count ->
    [0] Done. I have forgotten you; there was nothing you had read.
    [one] Done. I have forgotten you and the article you had read.
   *[other] Done. I have forgotten you and the { $count } articles you had read.
}
forget-kept = Nothing was erased.
button-forget = Erase everything
button-keep = Keep it

## What is sent, but can’t be read

cannot-read = { $kind ->
    [photo] I can’t read pictures. Send me the text, or a link to it.
    [voice] I can’t listen to voice messages. Write to me instead, or send a link.
    [audio] I can’t listen to audio. Send me a link to an article, or a text.
    [video] I can’t watch videos. Send me a link to an article, or a transcript.
    [video_note] I can’t watch video messages. Write to me instead, or send a link.
    [animation] Nice one, but I only read text. Send me a link to an article.
    [sticker] Nice one, but I only read text. Send me a link to an article.
    [contact] That is a contact, and I only read articles. Send me a link or a text.
    [location] That is a place on the map, and I only read articles. Send me a link or a text.
    [venue] That is a place on the map, and I only read articles. Send me a link or a text.
    [poll] I don’t vote, I only read. Send me a link to an article, or a text.
    [dice] Well rolled! I only read text, though. Send me a link to an article.
    [game] I don’t play games, I only read. Send me a link to an article.
   *[other] I can’t read that kind of message. Send me a link, a text or a text file.
}

## Buttons that lead nowhere (shown in a small box; at most 200 characters)

button-stale = I no longer have what this button belongs to. Send me the link or the text once more.
button-unknown = This button doesn’t do anything any more. Send me the link or the text once more.
button-foreign = This button is for the person who asked.

## When an update could not be answered at all

gave-up-failed = Something broke in me, and it isn’t your fault (error { $id }). Try once more; if it happens again, tell whoever runs this bot that number.
gave-up-timed-out = That took too long, so I stopped. Try again later, or paste the part that matters.
gave-up-cancelled = Stopped, as you asked.

## Errors: what happened, and what to do next

error-unexpected = Something here broke, and it isn’t your fault. Please try once more.
error-invalid-input = I can’t work with that. Send a link, a text or a text file.
error-empty-text = There are no words in that. Send a link, paste a text, or send a text file.
error-text-too-long = That text is longer than I can read at once ({ $limit } characters). Send a part of it.
error-too-complex = That is made of too many small pieces for me to make sense of. Paste the part that matters.
error-unknown-method = There is no method called “{ $method }”. Choose one of: { $known }.
error-not-a-language = “{ $language }” isn’t the code of a language. Give two letters, such as en or de.
error-not-a-link = That looks like a link, but it isn’t complete. Copy it once more from the address bar.
error-unsupported-file = { $kind ->
    [rtf] I can’t read RTF files. Open it in a word processor, save it as PDF or DOCX, and send that.
    [odt] I can’t read OpenDocument files. Save it as PDF or DOCX and send that.
    [doc] I can’t read old Word files (.doc). Save it as DOCX or PDF and send that.
    [sheet] I can’t read spreadsheets. Send a text, or export it as PDF.
    [slides] I can’t read slides. Export them as PDF and send that.
    [kindle] I can’t read Kindle books. Send the book as EPUB, or paste a chapter.
    [archive] I don’t open archives. Unpack it and send me the file itself.
    [image] I can’t read pictures. Send the text as a file, or paste it.
   *[other] I can’t read that kind of file. I take PDF, DOCX, EPUB, HTML, Markdown and plain text; or paste the text.
}
error-file-too-large = That file is too large: Telegram lets bots have files of up to { $limit_mb } MB. Send a part of it, a link to it, or the text itself.
error-unreadable-file = { $reason ->
    [encrypted] That file is locked with a password. Send it unlocked, or paste the text.
    [scanned] That file holds only pictures of text. Send one with real text, or paste the text.
    [empty] There is no text in that file. Send another one, or paste the text.
    [drm] That book is copy-protected (DRM), so I can’t open it. Send one without protection, or paste a chapter.
    [bomb] That file unpacks to far more than I can hold. Send the part that matters, or paste the text.
   *[broken] That file can’t be opened; it may be damaged. Save it again and send that, or paste the text.
}
error-no-article = I found no article there. Open it yourself and paste the text.
error-fetch-failed = I couldn’t load that page. Try again in a few minutes, or paste the text.
error-address-refused = I only open addresses on the public web, and this one isn’t. Paste the text instead.
error-redirect-refused = That link leads on to something that is no web page. Open it yourself and send me the address where you end up.
error-members-only = That link leads into a private chat on Telegram, which only its members can open. Forward me the message itself, or paste its text.
error-page-missing = The site says that this page doesn’t exist. Check the link, or paste the text.
error-page-forbidden = The site doesn’t let me read that page. Open it yourself and paste the text.
error-server-busy = { $minutes ->
    [one] The site is busy and asks for a pause. Send the link again in a minute, or paste the text.
   *[other] The site is busy and asks for a pause. Send the link again in { $minutes } minutes, or paste the text.
}
error-server-failed = The site has trouble of its own right now. Try again in a few minutes, or paste the text.
error-host-unreachable = I can’t reach that site. Check the address for a typo, or try again later.
error-certificate-refused = That site can’t prove that it is what it says: its certificate is not valid. Open it yourself and paste the text.
error-secure-connection = That site offers no secure connection that I could trust. Open it yourself and paste the text.
error-proxy-failed = My own way to the web is blocked: the proxy that I’m set up with refuses. Paste the text, and tell whoever runs this bot.
error-fetch-timeout = The site took too long to answer. Try again later, or paste the text.
error-page-too-large = That page is too large for me (more than { $limit_mb } MB). Paste the part that matters.
error-too-many-redirects = That link leads in circles. Open it yourself and send me the address where you end up.
error-not-a-page = That link leads to something without text, such as a picture or a video. Send a link to an article.
error-not-archived = The web archive has no copy of that page either. If you can open it, paste the text or send it as a file.
error-work-failed = I couldn’t work that one out. Try again, or paste the part that matters.
error-work-timeout = That one took too long, so I stopped. Paste the part that matters.
error-work-too-large = That one is more than I can hold in memory. Paste the part that matters.
error-worker-died = I dropped that one halfway. Please send it again.
error-work-crashed = My reader breaks off at that every time, so I can’t read it safely. Paste the part that matters.
error-no-reading = I have nothing to go by yet. Send me a link, a text or a file first.
error-database = { $reason ->
    [newer] The database was written by a newer version of Nutshell. Upgrade Nutshell, or name another database.
    [url] That is no address of a database. It begins with sqlite:/// or postgresql://
    [server] The database server can’t be reached or refuses. Check that it runs, and the name, password and database in NUTSHELL_DATABASE.
    [filled] The new database holds something already. Name one that is empty.
    [taken] Another Nutshell is at work on this database. End that one first, or name another database; several share one on PostgreSQL.
   *[file] The database can’t be opened or written. Check its folder, its rights and the space on the disk.
}
error-no-feed = I found no feed there. Send the address of a feed, or of a site that names one.
error-feed-refused = { $reason ->
    [missing] There is nothing at that address any more. Check the link, or send the address of the site.
    [forbidden] The site doesn’t let me read that. If it has another feed, send its address.
    [private] I only open addresses on the public web, and this one isn’t.
    [large] That is too much for me to read as a feed. If the site has a shorter one, send its address.
   *[other] I couldn’t load that now. Check the address for a typo, or try again in a few minutes.
}
error-unknown-zone = I know no time zone called “{ $zone }”. Name a city, or a zone such as Europe/Berlin.
error-not-a-time = No clock shows “{ $time }”. Write hours and minutes, like “/digest 18:00”; several are possible.
error-chat-gone = That chat doesn’t take messages from the bot any more.
error-topic-closed = That topic is closed to the bot. Open it again, or give the bot the right to manage topics.

## Pages that are no article

no-article-bot-check = The site first wants proof that I’m human, and I’m not. Open the page and paste the text.
no-article-cookie-wall = I only got the site’s cookie notice. Open the page, accept or decline, and paste the text.
no-article-login = That page wants a log-in. Open it yourself and paste the text.
no-article-paywall = The article is behind a paywall; I only got its first lines. If you can open it, paste the text.
no-article-error-page = The site answered with an error page instead of an article. Check the link, or paste the text.
no-article-video = That is a video page, and I only read text. Send a link to an article, or paste a transcript.
no-article-gallery = That is a page of pictures, and I only read text. Send a link to an article.
no-article-home = That is a site’s front page, with links to many articles. Open one of them and send me its link.
no-article-section = That is a section page, with links to many articles. Open one of them and send me its link.
no-article-search = That is a page of search results. Open one of them and send me its link.
no-article-tag = That page lists articles on a topic. Open one of them and send me its link.
no-article-shop = That is a shop page, not an article. Send a link to something to read.
no-article-forum-index = That is a list of forum threads. Open one of them and send me its link.
no-article-directory = That page is a directory of links. Open one of them and send me its link.
no-article-script-page = That page is empty until a browser builds it, so I see no text. Open it and paste the text.
no-article-empty = There is no article text on that page. Open it yourself and paste the text.

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
keep-how = What people say is then kept too, for three days and without names, so that /catchup can quote what was discussed most.

## What an administrator is told once

group-deaf = I hear only commands, replies to me and messages that name me. To let me see links and reactions here, make me an administrator.
group-deaf-private = Thank you for adding me to “{ $title }”. There I hear only commands, replies to me and messages that name me: /tldr under a link works. To let me see the links that people post as well, for a digest or to summarize them by myself, make me an administrator there (no special right is needed), or switch my privacy mode off with @BotFather and add me again. /settings in the group shows what I can do.
group-mute = I may not write in “{ $title }”, so I can’t answer there. Allow me to send messages, and I’m back.
group-topic-lost = A topic of “{ $title }” that I was asked in is closed or gone, so I answered in the group’s main topic. To let me write in closed topics, give me the right to manage topics.
group-topics-closed = I couldn’t post the digest in “{ $title }”: its topic is closed, and so is the group’s main one. Reopen one of them, or give me the right to manage topics.
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
channel-comment-deaf = I can’t see the posts in the discussion group yet, so no comment comes. Make me an administrator there; no special right is needed.
channel-feeds-how = To let it follow feeds, reply to this message with /follow and the link of a feed or a site.
channel-keep = Keep posts for the digest
channel-comment = Summary as first comment
channel-digest = Digest of the channel

### Digests and feeds, in English.

## Commands, as they stand in the menu

command-digest = set up the digest: when, where, how long
command-catchup = what was shared lately, now (/catchup 12: hours)
command-compare = what two links both say, and what only each says
command-follow = follow a feed or a site
command-unfollow = no longer follow a feed
command-feeds = what is followed here

## The digest and its settings

digest-title = Digest · { DATETIME($day, dateStyle: "long") }
digest-again = news of an earlier story
digest-also = Also in:
digest-shared = { $count ->
    [one] Shared here:
   *[other] Shared here, { $count } times:
}
digest-left-out = { $count ->
    [one] One more story had no room.
   *[other] { $count } more stories had no room.
}
digest-heading = Digest
digest-none = There is no digest for “{ $name }” yet.
digest-none-here = There is no digest here yet.
digest-how = It gathers what is shared here and what the feeds bring that you follow with /follow, tells each story once, with its links, and comes at the times you choose. Where there is nothing to tell, nothing comes.
digest-how-channel = It gathers what is posted there and what its feeds bring, tells each story once, with its links, and comes at the times you choose. Where there is nothing to tell, nothing comes.
# In a private chat: what is shared there is not gathered.
digest-how-private = It gathers what the feeds bring that you follow with /follow, tells each story once, with its links, and comes at the times you choose. Where there is nothing to tell, nothing comes.
digest-this-chat = this chat
digest-on = Switch it on
digest-off = Switch it off
digest-preview = Preview now
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = now, preview
digest-on-words = on
digest-off-words = off, stop
digest-empty = There is nothing to tell right now. Share a link here, or follow a feed with /follow: of a feed I tell what comes out from then on.
digest-empty-private = There is nothing to tell right now. Follow a feed with /follow: I tell what comes out from then on.
digest-when = When: { $days }, { $times } ({ $zone })
digest-daily = every day
digest-weekdays = Monday to Friday
digest-where = Where: { $where }
digest-here = here
digest-to-me = to me in private
digest-length = Length: up to { $count } stories
digest-sources = From: { $sources }
digest-quiet = Quiet from { $start }:00 to { $end }:00; what is due then comes afterwards
digest-next = Next: { DATETIME($day, dateStyle: "medium") }, { $time }
digest-resting = It is switched off.
digest-when-how = Choose the days and the hours; several of each are possible.
digest-when-last = One day and one hour at least must stay.
digest-zone-how = The times are those of { $zone }. For another city, write “/digest” with its name, like “/digest Berlin”.
digest-zone-found = The times are those of { $zone } now. Which city did you mean?
digest-target-how = Where shall the digest be posted? In private you get it only if you have written to me there. Channels are listed where both of us are administrators.
digest-write-first = I can’t write to you in private yet. Open @{ $bot }, press Start, then choose this again.
digest-button-when = When
digest-button-zone = Time zone
digest-button-where = Where
digest-button-shared = What is shared
digest-button-feeds = Feeds
digest-button-quiet = Quiet at night
digest-button-pin = Pin it
button-back = Back
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun
doing-digest = Putting the digest together …
catchup-nothing = { $hours ->
    [one] Nothing was shared or published here in the last hour that I know of.
   *[other] Nothing was shared or published here in the last { $hours } hours that I know of.
}
catchup-how = I know of what is shared in groups and channels once /digest is switched on there, and of feeds that are followed with /follow.
catchup-usage = Write how many hours to look back after the command, from 1 to { $most }: “/catchup 12”. Without a number it tells the last { $usual }.
talk-title = Most discussed
talk-replies = { $count ->
    [one] one reply
   *[other] { $count } replies
}
talk-reactions = { $count ->
    [one] one reaction
   *[other] { $count } reactions
}
compare-usage = Write two links after the command: “/compare https://… https://…”. I show what both say, and what only each of them says.
compare-shared = { $count ->
    [2] Both say:
   *[other] All of them say:
}
compare-nothing-shared = I found no statement that they share.
compare-other-languages = They are in different languages: I find what texts share only where both are in one.
compare-only = Only { $number } ({ $site }) says:
button-compare = Compare

## Feeds

doing-feed = Looking for the feed …
follow-usage = Write the link of a feed or a site after the command: “/follow https://…”. Or reply with /follow to an OPML file.
follow-done = Following “{ $title }”. What is new there goes into the digest; /digest says when.
follow-done-off = Following “{ $title }”. What is new there goes into the digest, which is off here; /digest switches it on.
follow-several = { $count ->
    [0] None of them could be followed.
    [one] Following one feed:
   *[other] Following { $count } feeds:
}
follow-failed = { $count ->
    [one] One could not be followed:
   *[other] { $count } could not be followed:
}
follow-later = { $count ->
    [one] I haven’t got to one of them yet. Send the same again, and I go on with it.
   *[other] I haven’t got to { $count } of them yet. Send the same again, and I go on with them.
}
unfollow-done = No longer following “{ $title }”.
unfollow-unknown = Nothing like that is followed here. /feeds shows the list, with a number for each.
feeds-title = Feeds
feeds-how = Choose a feed by its number to set words and a limit for it, or to end it.
feeds-none = No feed is followed here yet. /follow with a link begins.
feeds-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
feeds-file = As a file (OPML)
feeds-sent = There you are.
feed-only = Only with: { $words }
feed-without = Never with: { $words }
feed-cap = How many of its items may be in one digest?
feed-how = To choose by words, write “/feeds { $number } +bridge -football”: only what has the words with + is told, and nothing that has those with -. Without a number, the words are for all feeds here.
feed-words-off = Remove the words
feed-drop = Unfollow
feeds-words-set = These words now hold for all feeds here.
feed-stopped = The feed “{ $title }” has ended or can’t be read any more, so I no longer ask for it. /follow with its new address goes on.

### Inline mode, in English. The buttons hold 60 characters at most.

inline-how = Type a link, or words from what you have read
inline-nothing = Nothing you have read mentions that
inline-slow = It takes a moment: choose it, or read it with me
inline-short = Short: { $title }
inline-medium = Medium: { $title }
inline-long = Long: { $title }
inline-later = Summary of { $site }
inline-later-hint = Send it now; the sentences come as soon as I have read the page.
inline-open = Ask Nutshell about it

### What concerns the operation of the bot: privacy, access, pace, owners. In English.

## Commands, as they stand in the menu

command-export = a copy of everything I keep about you
command-language = the language I speak here

## Privacy

privacy-how-long = How long: what you haven’t used for { $days ->
    [one] a day
   *[other] { $days } days
} is erased by itself, and all of you if you haven’t been here for that long.
privacy-who = Who runs this bot:
privacy-owner = its owner
privacy-hooks = Whoever runs this bot has summaries and digests sent on to programs of their own, at { $sites }.
privacy-export = /export gives you a copy of it all.
export-done = That is everything I keep about you, as a file for programs (JSON). { $readings ->
    [0] You have read no articles.
    [one] It holds the article you have read.
   *[other] It holds the { $readings } articles you have read.
}
export-private = Ask me for it in private: a copy of what I keep about you is for you alone.
export-too-large = What I keep about you is too large for Telegram. Whoever runs this bot can give you a copy; /privacy tells who that is.

## A feed of this chat, for feed readers

command-rss = a private feed of this chat for your feed reader
rss = What is shared and read in “{ $title }”, and its digests, as a feed for feed readers:
rss-mine = What you read here, and your digests, as a feed for feed readers:
rss-secret = Whoever knows these addresses can read along, so keep them to yourself. With a new address the old ones lead nowhere.
rss-local = Only the computer that I run on reaches these addresses so far. Whoever runs me can open them to others with NUTSHELL_PUBLIC_URL.
rss-no-server = There are no feeds here, because my server is switched off, as it always is in the trial chat. Whoever runs me can switch it on with NUTSHELL_LISTEN.
rss-off = The feed is switched off, and its addresses lead nowhere. /rss makes new ones.
rss-sent = You have the addresses in private.
rss-write-first = The addresses are for administrators only, so I send them in private. Write to me there first, then ask again here.
rss-feed = { $title }: links and digests
rss-feed-mine = Read with Nutshell
button-rss-new = New address
button-rss-off = Switch it off

## The language

language-ask = Which language shall I speak here?
language-done = From now on I speak English here.
language-unknown = I don’t speak that one. I know: { $known }

## Pace and access

rate-wait = You write faster than { $rate ->
    [one] one message
   *[other] { $rate } messages
} a minute. Nothing is lost: I’ll go on in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
# May show in a small box; at most 200 characters.
access-denied = This bot is private. Whoever runs it can let you in; your number is { $id }.
access-denied-chat = This bot is private, so it stays silent in “{ $title }”. Whoever runs it can let that chat in; its number is { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = This bot is private; your number is { $id }

## For owners

allow-usage = Whom? Write the number of a person or a chat after the command, or reply to one of their messages. In a group, the command alone is about the group.
allow-done = { $id } may use me now.
allow-already = { $id } could use me already.
deny-done = { $id } can’t use me any more. What they have read here stays until it is erased with time, or by `forget { $id }` on the command line.
deny-unknown = { $id } wasn’t let in.
access-open = Noted, but it changes nothing yet: NUTSHELL_ACCESS is “open”, so everybody may use me. With “listed”, only those whom you let in may.
stats = People: { $people } (today { $active_day }, in a week { $active_week }, in a month { $active_month })
    Groups and channels: { $groups }
    Articles read: { $readings } (in a week { $readings_week }), texts kept: { $texts }
    Feeds: { $feeds }, digests: { $digests }
    Messages waiting: { $waiting }, given up: { $set_aside }
    Database: { $megabytes } MB
broadcast-usage = Write the message after the command: “/broadcast On Sunday I’ll be away for an hour.” I’ll ask before I send it.
broadcast-private = Let’s do that in private.
broadcast-too-long = That is too long: { $limit } characters at most.
broadcast-nobody = There is nobody but you to send it to yet.
broadcast-ask = { $people ->
    [one] Send this to one person?
   *[other] Send this to { $people } people?
}
button-broadcast = Send it
button-broadcast-drop = Don’t send it
button-broadcast-stop = Stop
broadcast-dropped = Not sent.
broadcast-begun = It is on its way. I’ll tell you when it has reached everybody.
broadcast-busy = Another message is still on its way. /broadcast shows how far it is.
broadcast-none = There is nothing to stop.
broadcast-report = { $state ->
    [running] On its way.
    [stopped] Stopped.
   *[done] Done.
} Sent: { $sent }. Out of reach (they stopped me, or never wrote to me): { $unreachable }. Failed: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = The disk with my database is nearly full: { $megabytes } MB are left. Make room, or move the database (NUTSHELL_DATABASE). Once it is full, I can take nothing in.
owner-token = Another program uses my token too, so each of us gets only some of the messages. End the other one, or get a new token from @BotFather and set NUTSHELL_TOKEN.
owner-webhook = Telegram can’t bring messages to my webhook: { $said } (waiting: { $waiting }). Check that NUTSHELL_WEBHOOK_URL leads to NUTSHELL_LISTEN, and its certificate.
owner-queue = Messages wait too long for an answer: { $waiting } are waiting, the oldest for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. My log may say why. If it is just too much, more NUTSHELL_WORKERS or a faster computer help.
owner-database = My database could not be reached for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}. It is back, and I answer what came in meanwhile. The log of the database server may say why it was away.
owner-hook = { $site } takes nothing of what I send there (NUTSHELL_HOOKS): { $said }. I try again for a day. Check the address and the program behind it.

### Questions that an article suggests. The values are the article's own words, as they stand there: write each
### question so that it is right without changing them (no case, gender or number depends on them).

# A person or body whose words the article reports.
suggest-said = What did { $name } say?
# A person whom the article introduces.
suggest-who = Who is { $name }?
# A year.
suggest-year = What happened in { $year }?
# A month, a day or both, with the preposition before it.
suggest-date = What happened { $date }?
# Any name that comes up often.
suggest-about = What does it say about { $name }?
# Used for articles in languages without questions of their own: no words there.
suggest-name = { $name }?
# A place with the preposition before it ("in Helsinki").
suggest-place = What happened { $place }?
# A verb and what is first, only or most of its kind ("is the largest city of the country").
suggest-topmost = What { $what }?
# What is counted, with the rest of its clause ("houses were flooded").
suggest-count = How many { $what }?
# What somebody did: the article's words behind the name.
suggest-did = Who { $what }?
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = What about { $what }?

### The words of the trial chat’s page, in English.

trial-title = Nutshell · trial chat
trial-chat = Chat with Nutshell
trial-you = You
trial-bot = Nutshell
trial-skip = Skip to the message field
trial-about-title = Try Nutshell here
trial-about = Nutshell reads articles for you. Send it a link, paste a text or drop a file: it answers with the sentences that matter, word for word. Then ask it something about the article.
trial-about-private = This is a trial chat. It runs on this computer, without Telegram and without an account. Nothing leaves the computer, except that Nutshell opens the links you send.
trial-commands = Commands
trial-commands-none = The commands appear here once the bot has started.
trial-example = An example article
trial-example-send = Send the example article
trial-example-open = Read it yourself
trial-example-title = The lighthouse that learned to save
trial-example-lead = How a harbour town cut the power that its lighthouse uses by 92 percent.
trial-write = Message
trial-write-hint = Link, text or question
trial-send = Send
trial-attach = Attach a file
trial-menu = Commands
trial-reply = Reply
trial-reply-to = Reply to { $name }
trial-reply-cancel = Don’t reply to it
trial-language = Your language
trial-theme-dark = Dark colours
trial-restart = Restart the bot
trial-restart-hint = Ends the bot’s process and starts it again. The chat stays.
trial-state-starting = starting
trial-state-ready = ready
trial-state-stopping = restarting
trial-state-down = stopped unexpectedly, starting again
trial-state-offline = no connection to the trial server
trial-typing = typing
trial-note-died = The bot ended by itself (exit code { $code }). It is being started again; what you send waits for it.
trial-note-killed = The bot was killed (signal { $signal }). It is being started again; what you send waits for it.
trial-note-ready = The bot is running again.
trial-forwarded = Forwarded message
trial-quote-open = Show all of it
trial-quote-close = Show less
trial-deleted = Deleted message
trial-newest = Go to the newest message
trial-drop = Drop the file to send it
trial-edited = edited
trial-close = Close
trial-reacted = Nutshell’s reaction
trial-buttons = Buttons of this message
trial-download = Download { $name }
trial-open-link = Open the place on { $site }
trial-size-kb = { $size } kB
trial-size-mb = { $size } MB
trial-message-of = { $name }, { $time }
trial-failed = That did not work: { $reason }
trial-place = Chat
trial-place-private = Nutshell · private chat
trial-place-group = group
trial-place-channel = channel
trial-topic-general = General
trial-topic-closed = { $name } (closed)
trial-speaker = Who is speaking
trial-speaker-admin = { $name } (administrator)
trial-speaker-anonymous = { $name } (anonymous administrator)
trial-play = Clock and rights:
trial-clock = Move the clock forward
trial-clock-hour = 1 hour
trial-clock-half-day = 12 hours
trial-clock-day = 1 day
trial-clock-week = 1 week
trial-member = Nutshell in this chat
trial-member-left = not in it
trial-member-member = member
trial-member-administrator = administrator
trial-member-restricted = may not write
trial-member-hint = Only an administrator can change that: choose one as the speaker.
trial-outside = Nutshell is not in this chat and hears nothing here. Let it in as:
trial-topic = This topic
trial-topic-name = Name of a new topic
trial-topic-open = Open it
trial-topic-close = Close
trial-topic-reopen = Open again
trial-topic-delete = Delete
trial-migrate = This group
trial-migrate-do = Make it a supergroup
trial-privacy = Privacy mode
trial-privacy-on = on
trial-privacy-off = off
trial-privacy-hint = With it, Nutshell sees only commands, replies to it and mentions of it, unless it is an administrator.
trial-service-came = { $name } joined
trial-service-left = { $name } left
trial-service-topic = Topic opened: { $name }
trial-service-shared = Chat chosen: { $name }
trial-service-pinned = A message was pinned
trial-service-closed = The topic was closed
trial-service-reopened = The topic is open again
trial-service-migrated = The group is a supergroup now
trial-via = { $name } via { $bot }
trial-pinned = Pinned
trial-more = React or forward
trial-forward = Forward to Nutshell
trial-results = Results
trial-keys = Buttons in place of the keyboard
trial-choose-chat = Choose a chat

# What the command line says.

cli-trial-ready = The trial chat is open: { $address }
    Stop it with Ctrl+C.
cli-trial-port-taken = Port { $wanted } is taken, so it uses { $port }.
cli-bot-ready = @{ $name } is running. Stop it with Ctrl+C.
cli-server-ready = Health, metrics and the API are at { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = There is no such file. Check the name, or give a link that begins with http:// or https://.
cli-is-a-folder = That is a folder. Name the files in it.
cli-file-unreadable = The file can't be opened ({ $reason }).
cli-output-failed = The output can't be written ({ $reason }). Make room on the disk, or write it somewhere else.
cli-not-in-article = The article doesn't say.
cli-nearest = The nearest passages:
cli-ask-prompt = Question (empty to stop)
cli-ask-from-pipe = Standard input is the article here, so write the question after it.
cli-reading = Reading
cli-digest-empty = There is nothing to tell.
cli-digest-one-form = Choose one of --markdown, --html and --json.
cli-settings-refused = Nutshell can't start with these settings:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = There is no setting { $name }, so it does nothing. Did you mean { $near }?
cli-setting-unknown = There is no setting { $name }, so it does nothing.
error-token-refused = Telegram doesn't know this token. Copy it again from @BotFather into NUTSHELL_TOKEN.
error-not-loopback = The trial chat has no log-in, so it can't be opened to others by listening on { $host }. Set NUTSHELL_LISTEN to 127.0.0.1:8090.
error-address-taken = I can’t listen on { $address }: { $reason }. Set NUTSHELL_LISTEN to another address, or end the program that has this one.

setting-token = a token looks like 123456:ABC-DEF, as @BotFather gives it
setting-api-url = the address of a Bot API server begins with http:// or https://
setting-database = a database address begins with sqlite:/// or postgresql://
setting-listen = a listening address is host:port, as 127.0.0.1:8090
setting-webhook-url = a webhook's address looks like https://bot.example.org/telegram
setting-webhook-secret = a secret is made of 1 to 256 letters A–Z and a–z, digits, _ and -
setting-webhook-open = whoever reaches NUTSHELL_LISTEN could send me updates in Telegram's name; set NUTSHELL_WEBHOOK_SECRET, or listen on 127.0.0.1
setting-webhook-off = a webhook needs the server; set NUTSHELL_LISTEN to host:port
setting-api-keys = a key has 16 characters at least: letters, digits and . _ ~ + / -
setting-proxy = a proxy goes past the guard on addresses; set NUTSHELL_PROXY_FILTERS=yes if the proxy itself refuses private ones
setting-proxy-scheme = only HTTP proxies work for pages: the address begins with http:// or https:// (a SOCKS proxy needs an HTTP one in front of it)
setting-hooks = a hook’s address looks like https://example.org/nutshell
setting-hook-secret = hooks are signed; set NUTSHELL_HOOK_SECRET to 16 characters at least
setting-public-url = the server’s public address looks like https://bot.example.org
setting-locale = the bot doesn’t speak that language; its languages are the names of the files in prompts/, as en or de
setting-number = this is a whole number from { $least } to { $most }
setting-numbers = these are whole numbers, with commas between them
setting-choice = this is one of: { $known }
setting-yes-no = this is yes or no
setting-networks = networks look like 192.168.0.0/16, with commas between them

## Operator's commands

cli-backup-done = { $path } is a whole copy: { $size } MB, { $people } people, { $readings } readings, tables of version { $revision }. To restore it, end the bot, put the file in the database's place and remove the -wal and -shm files beside it.
cli-backup-no-database = There is no database at { $path }. NUTSHELL_DATABASE tells where it is.
cli-backup-server = PostgreSQL makes its own copies, also while the bot runs: pg_dump --format=custom --file={ $path } ADDRESS. pg_restore brings one back.
cli-backup-exists = { $path } is there already. Name a file that isn't.
cli-backup-not-written = { $path } could not be written: { $reason }. Name a file in a folder that is there, with room, and that you may write in.
cli-backup-broken = The copy is not whole, so there is none: { $reason }. Run doctor, and restore an older copy if it says that the database is broken.
cli-migrate-done = The database is up to date: { $people } people, { $readings } readings.
cli-migrate-moved = All of it is in the new database now: { $people } people, { $readings } readings. Set NUTSHELL_DATABASE to its address and start the bot.
cli-migrate-shortened = { $shortened } long addresses are now found by a shortened form; { $skipped } that were there in both forms are there once.
cli-token-needed = Nothing was done: what people said in groups is kept under a mark that only the bot’s token can make. Set NUTSHELL_TOKEN as for the bot, and try again.
cli-forget-done = Erased, with { $count ->
    [one] one reading
   *[other] { $count } readings
}.

doctor-token = Telegram knows the token: it is @{ $name }'s.
doctor-token-missing = No token is set. Get one from @BotFather (/newbot) and set NUTSHELL_TOKEN.
doctor-token-refused = Telegram doesn't know the token. Copy it again from @BotFather (/mybots, API Token) into NUTSHELL_TOKEN.
doctor-telegram-unreachable = { $address } does not answer. Check the network and the firewall; where Telegram is blocked, set NUTSHELL_API_PROXY.
doctor-groups-on = It can be taken into groups.
doctor-groups-off = It can't be taken into groups. To change that: @BotFather, /setjoingroups.
doctor-hears-on = In groups it hears everything.
doctor-hears-off = In groups it hears commands, replies and mentions only. For links and reactions make it an administrator there, or @BotFather, /setprivacy, Disable.
doctor-inline-on = It can be asked inline, in any chat.
doctor-inline-off = It can't be asked inline. To change that: @BotFather, /setinline.
doctor-polling = It asks Telegram for messages; waiting there: { $waiting }.
doctor-webhook = Telegram brings messages to the webhook; waiting there: { $waiting }.
doctor-webhook-left = Telegram brings messages to { $address }, but no webhook is set here. The bot removes it when it starts.
doctor-webhook-other = Telegram brings messages to { $address }, not to NUTSHELL_WEBHOOK_URL. The bot sets it when it starts; if it runs, its log says why it can't, or a second program has this token.
doctor-webhook-failing = Telegram can't bring messages to the webhook: { $said } (waiting: { $waiting }). Check that the address leads to NUTSHELL_LISTEN, and its certificate.
doctor-database = The database is whole: { $people } people, { $readings } readings.
doctor-database-new = There is no database yet; the first start makes { $path }.
doctor-database-server = The database server can't be used: { $reason }. Check that it runs, and the name, password and database in NUTSHELL_DATABASE.
doctor-database-refused = The database { $path } can't be opened: { $reason }. Check that the file and its folder belong to the user that runs the bot, and that no newer version has been at work on it.
doctor-database-broken = The database is broken: { $reason }. End the bot and restore the last copy (backup FILE).
doctor-disk = The disk has room: { $free } GB.
doctor-disk-full = The disk is nearly full: { $free } GB left. Make room, or move the database (NUTSHELL_DATABASE).
doctor-data = What reading needs is installed.
doctor-data-missing = A text can't be read as it should be: { $reason }. Install the program again with its requirements.
doctor-web = Pages can be fetched.
doctor-web-unreachable = { $page } can't be fetched ({ $reason }). Check name service, firewall and, where there is one, NUTSHELL_PROXY.
