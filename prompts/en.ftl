### What Nutshell says, in English. prompts/README.md tells translators what to know.

language-name = English

## Greeting and help

start = Hello! Send me a link, a text or a file, and I’ll pick out the sentences that matter, word for word. Then ask me about it: I quote the place that says so, or tell you that it doesn’t.

    /help shows what else I can do.
help = Send me a link (or several), paste a text, forward a post, or send a file (PDF, DOCX, EPUB, HTML, Markdown or text): you get its main sentences, each with a link to its place. Whatever you write next is a question about it. Reply to any older summary to ask about that one.
help-more = You can aim and size a summary: “/summarize 3”, “/summarize https://… about prices”. I use no language model: every sentence I show stands in the article exactly like that.
unknown-command = I don’t know that command. /help lists those I know.

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

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = about, on

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

button-shorter = Shorter
button-longer = Longer
button-again = Read again
button-keywords = Keywords
button-ask = Ask
button-context = Context
button-summary = Back to the summary
button-archive = Archived copy
button-archive-of = Archived copy of { $number }

## Questions and answers

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = Just write your question. I’ll look for the answer in “{ $title }”.
ask-how-group = Reply to this message with your question. I’ll look for the answer in “{ $title }”.
question-without-article = I have nothing to look in yet. Send me a link, a text or a file first, then ask again.
answer-not-found = The article doesn’t say.
answer-not-found-several = These articles don’t say.
answer-nearest = { $count ->
    [one] The nearest passage:
   *[other] The nearest passages:
}
place-page = page { $page }
place-paragraph = paragraph { $number } of { $total }
button-context-of = Context { $number }
button-answer = Back to the answer
check-exact = Yes, word for word:
check-near = Not quite. The article says:
check-absent = No, that isn’t in the article:
check-differing = In your quote, but not there: { $words }
search-nothing = Nothing you have read here mentions “{ $words }”. Try other words, or see /articles.

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
    [pages] That file has more pages than I can read. Send the part that matters, or paste the text.
    [bomb] That file unpacks to far more than I can hold. Send the part that matters, or paste the text.
   *[broken] That file can’t be opened; it may be damaged. Save it again and send that, or paste the text.
}
error-no-article = I found no article there. Open it yourself and paste the text.
error-fetch-failed = I couldn’t load that page. Try again in a few minutes, or paste the text.
error-address-refused = I only open addresses on the public web, and this one isn’t. Paste the text instead.
error-redirect-refused = That link leads on to something that is no web page. Open it yourself and send me the address where you end up.
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
    [url] That is no address of a database. It begins with sqlite:///
   *[file] The database can’t be opened or written. Check its folder, its rights and the space on the disk.
}
error-no-feed = I found no feed there. Send the address of a feed, or of a site that names one.
error-unknown-zone = I know no time zone called “{ $zone }”. Name a city, or a zone such as Europe/Berlin.
error-chat-gone = That chat doesn’t take messages from the bot any more.

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
