### What Nutshell says, in English. prompts/README.md tells translators what to know.

## Errors: what happened, and what to do next

error-unexpected = Something here broke, and it isn’t your fault. Please try once more.
error-invalid-input = I can’t work with that. Send a link, a text or a text file.
error-empty-text = There are no words in that. Send a link, paste a text, or send a text file.
error-text-too-long = That text is longer than I can read at once ({ $limit } characters). Send a part of it.
error-unknown-method = There is no method called “{ $method }”. Choose one of: { $known }.
error-not-a-link = That looks like a link, but it isn’t complete. Copy it once more from the address bar.
error-unsupported-file = I can’t read that kind of file. Send a text, Markdown or HTML file, or paste the text.
error-file-too-large = That file is too large: I can take files of up to { $limit_mb } MB. Send a part, or paste the text.
error-unreadable-file = { $reason ->
    [encrypted] That file is locked with a password. Send it unlocked, or paste the text.
    [scanned] That file holds only pictures of text. Send one with real text, or paste the text.
    [empty] That file is empty. Send another one, or paste the text.
   *[broken] That file can’t be opened; it may be damaged. Save it again and send that, or paste the text.
}
error-no-article = I found no article there. Open it yourself and paste the text here.
error-fetch-failed = I couldn’t load that page. Try again later, or paste the text here.
error-address-refused = I only open addresses on the public web, and this one isn’t. Paste the text here instead.
error-page-missing = The site says that this page doesn’t exist. Check the link, or paste the text here.
error-page-forbidden = The site doesn’t let me read that page. Open it yourself and paste the text here.
error-server-failed = The site has trouble of its own right now. Try again in a few minutes, or paste the text here.
error-host-unreachable = I can’t reach that site. Check the address for a typo, or try again later.
error-certificate-refused = That site can’t prove that it is what it says: its certificate is not valid. Open it yourself and paste the text here.
error-fetch-timeout = The site took too long to answer. Try again later, or paste the text here.
error-page-too-large = That page is too large for me (more than { $limit_mb } MB). Paste the part that matters here.
error-too-many-redirects = That link leads in circles. Open it yourself and send me the address where you end up.
error-not-a-page = That link leads to something without text, such as a picture or a video. Send a link to an article.
error-work-failed = I couldn’t work that one out. Try again, or paste the part that matters.
error-work-timeout = That one took too long, so I stopped. Paste the part that matters here.
error-work-too-large = That one is more than I can hold in memory. Paste the part that matters here.
error-worker-died = I dropped that one halfway. Please send it again.
error-no-reading = I have no article to go by yet. Send me a link or paste a text first.

## Pages that are no article

no-article-bot-check = The site first wants proof that I’m human, and I’m not. Open the page and paste the text here.
no-article-cookie-wall = I only got the site’s cookie notice. Open the page, accept or decline, and paste the text here.
no-article-login = That page wants a log-in. Open it yourself and paste the text here.
no-article-paywall = The article is behind a paywall; I only got its first lines. If you can open it, paste the text here.
no-article-error-page = The site answered with an error page instead of an article. Check the link, or paste the text here.
no-article-video = That is a video page, and I only read text. Send a link to an article, or paste a transcript.
no-article-gallery = That is a page of pictures, and I only read text. Send a link to an article.
no-article-home = That is a site’s front page, with links to many articles. Open one of them and send me its link.
no-article-section = That is a section page, with links to many articles. Open one of them and send me its link.
no-article-search = That is a page of search results. Open one of them and send me its link.
no-article-tag = That page lists articles on a topic. Open one of them and send me its link.
no-article-shop = That is a shop page, not an article. Send a link to something to read.
no-article-forum-index = That is a list of forum threads. Open one of them and send me its link.
no-article-directory = That page is a directory of links. Open one of them and send me its link.
no-article-script-page = That page is empty until a browser builds it, so I see no text. Open it and paste the text here.
no-article-empty = There is no article text on that page. Open it yourself and paste the text here.
