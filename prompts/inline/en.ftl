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
