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
digest-none = There is no digest for “{ $name }” yet. It gathers what is shared here and what the feeds bring that you follow with /follow, tells each story once, with its links, and comes at the times you choose. Where there is nothing to tell, nothing comes.
digest-this-chat = this chat
digest-on = Switch it on
digest-off = Switch it off
digest-preview = Preview now
digest-empty = There is nothing to tell right now. Share a link here, or follow a feed with /follow.
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
digest-zone-how = The times are those of { $zone }. For another city, write “/digest” with its name, like “/digest Berlin”.
digest-zone-found = The times are those of { $zone } now. Which city did you mean?
digest-target-how = Where shall the digest be posted? In private you get it only if you have written to me there. Channels are listed where both of us are administrators.
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
compare-usage = Write two links after the command: “/compare https://… https://…”. I show what both say, and what only each of them says.
compare-shared = All of them say:
compare-nothing-shared = I found no statement that they share.
compare-only = Only { $number } ({ $site }) says:

## Feeds

doing-feed = Looking for the feed …
follow-usage = Write the link of a feed or a site after the command: “/follow https://…”. Or reply with /follow to an OPML file.
follow-done = Following “{ $title }”. What is new there goes into the digest; /digest says when.
follow-several = { $count ->
    [0] None of them could be followed.
    [one] Following one feed:
   *[other] Following { $count } feeds:
}
follow-failed = { $count ->
    [one] One could not be followed:
   *[other] { $count } could not be followed:
}
unfollow-done = No longer following “{ $title }”.
unfollow-unknown = Nothing like that is followed here. /feeds shows the list, with a number for each.
feeds-title = Feeds
feeds-none = No feed is followed here yet. /follow with a link begins.
feeds-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
feeds-file = As a file (OPML)
feeds-sent = There you are.
feed-stopped = The feed “{ $title }” has ended or can’t be read any more, so I no longer ask for it. /follow with its new address goes on.
