### What Nutshell says, in Arabic.

language-name = العربية
list-comma = { "، " }

## Greeting and help

start = مرحبًا! أرسل إليّ رابطًا أو نصًا أو ملفًا، فأستخرج لك الجمل المهمة كما وردت حرفيًا. ثم اسألني عنه: أقتبس لك الموضع الذي يجيب، أو أخبرك بأن المقال لا يذكر ذلك.

    يعرض /help ما أستطيع فعله أيضًا.
help = أرسل إليّ رابطًا (أو عدة روابط)، أو الصق نصًا، أو أعد توجيه منشور، أو أرسل ملفًا (PDF أو DOCX أو EPUB أو HTML أو Markdown أو نصًا عاديًا): تصلك جمله الرئيسية، ومع كل جملة رابط إلى موضعها. وما تكتبه بعد ذلك هو سؤال عنه. وللسؤال عن ملخص أقدم، ردّ عليه.
help-more = يمكنك تحديد طول الملخص وموضوعه: «/summarize 3»، «/summarize https://… عن الأسعار». لا أستخدم أي نموذج لغوي: كل جملة أعرضها موجودة في المقال بنصها.
unknown-command = لا أعرف هذا الأمر. يعرض /help الأوامر التي أعرفها.
unknown-command-near = لا أعرف هذا الأمر. هل قصدت { $near }؟ يعرض /help الأوامر التي أعرفها.

## Commands, as they stand in the menu

command-summarize = تلخيص رابط أو نص أو الرسالة التي ترد عليها
command-ask = السؤال عمّا قرأته مؤخرًا
command-check = هل هذه الجملة في المقال؟
command-keywords = موضوع المقال في بضع كلمات
command-articles = ما قرأته
command-search = البحث في كل ما قرأته
command-settings = الطول والشكل واللغة
command-help = ما أستطيع فعله
command-privacy = ما أحتفظ به وكيف تمحوه
command-forget = محو كل ما يخصك
command-cancel = إيقاف ما أعمل عليه
command-allow = السماح لشخص ما
command-deny = سحب الإذن من شخص ما
command-stats = مدى استخدامي
command-broadcast = كلمة إلى الجميع

# The words that open a topic, as in “/summarize 3 about prices”. Several, with commas.
command-about-words = عن, حول, بشأن
wish-summary-words = لخص, لخّص, لخصه, ملخص
wish-shorter-words = أقصر, اختصر
wish-longer-words = أطول, المزيد, أكثر
wish-help-words = مساعدة, ماذا يمكنك أن تفعل, ماذا تستطيع أن تفعل, ماذا تفعل

summarize-usage = قل لي ماذا ألخّص: «/summarize https://…»، أو ردّ على رسالة بالأمر /summarize. ويمكنك إضافة عدد الجمل أو موضوع: «/summarize 3 عن الأسعار».
ask-usage = اكتب سؤالك بعد الأمر، هكذا: «/ask من سيشارك؟»
check-usage = اكتب الجملة بعد الأمر: «/check ستستمر المحادثات يومين.»
search-usage = اكتب ما تبحث عنه بعد الأمر: «/search قمة المناخ».
cancel-done = توقفت.
cancel-nothing = لا شيء لإيقافه: لا أعمل على شيء لك الآن.

## While it takes a moment: the only texts that end in “…”

doing-thinking = لحظة …
doing-reading = أقرأ { $what } …
doing-reading-text = أقرأ النص …
doing-reading-several = { $count ->
    [zero] لا صفحات لأقرأها …
    [one] أقرأ الصفحة …
    [two] أقرأ الصفحتين …
    [few] أقرأ { $count } صفحات …
    [many] أقرأ { $count } صفحة …
   *[other] أقرأ { $count } صفحة …
}
doing-looking = أبحث …
doing-archive = أبحث في أرشيف الويب …

## Summaries

date = { DATETIME($day, dateStyle: "long") }
reading-time = القراءة: { $minutes } د
note-partial = البقية متاحة للمشتركين فقط؛ هذا من الجزء الذي استطعت قراءته.
note-pages-pictured = { $count ->
    [1] الصفحة { $pages } صورة لنص، فلا أستطيع قراءتها.
   *[other] الصفحات { $pages } صور لنص، فلا أستطيع قراءتها.
}
note-pages-beyond = الملف طويل: قرأته حتى الصفحة { $last } من { $all }.
note-archived = نسخة من أرشيف الويب، حُفظت في { DATETIME($day, dateStyle: "long") }.
note-about = الموضوع: { $about }
note-about-nothing = لا شيء هنا عن «{ $about }»؛ هذه هي الجمل الرئيسية.
untitled = نص بتاريخ { DATETIME($day, dateStyle: "long") }
untitled-source = نص
text-short = هذا قصير بالفعل ولا يحتاج إلى تلخيص. أرسل إليّ رابطًا أو نصًا أطول، فأستخرج منه المهم.
sources-left-out = { $count ->
    [zero] أقرأ { $read } في المرة الواحدة.
    [one] أقرأ { $read } في المرة الواحدة. أرسل الأخير مرة أخرى من فضلك.
    [two] أقرأ { $read } في المرة الواحدة. أرسل الأخيرين مرة أخرى من فضلك.
    [few] أقرأ { $read } في المرة الواحدة. أرسل آخر { $count } روابط مرة أخرى من فضلك.
    [many] أقرأ { $read } في المرة الواحدة. أرسل آخر { $count } رابطًا مرة أخرى من فضلك.
   *[other] أقرأ { $read } في المرة الواحدة. أرسل آخر { $count } رابط مرة أخرى من فضلك.
}

# A page that was read before: what it says now and did not say then, and the other way round.
news-title = ما تغيّر منذ { DATETIME($day, dateStyle: "long") }:
news-rewritten = صار نصًا آخر؛ لم يبقَ من القديم جملة تقريبًا.
news-altered = { $count ->
    [zero] لا جمل معدّلة
    [one] جملة معدّلة
    [two] جملتان معدّلتان
    [few] { $count } جمل معدّلة
    [many] { $count } جملة معدّلة
   *[other] { $count } جملة معدّلة
}
news-added = { $count ->
    [zero] لا جمل جديدة
    [one] جملة جديدة
    [two] جملتان جديدتان
    [few] { $count } جمل جديدة
    [many] { $count } جملة جديدة
   *[other] { $count } جملة جديدة
}
news-removed = { $count ->
    [zero] لا جمل محذوفة
    [one] جملة محذوفة
    [two] جملتان محذوفتان
    [few] { $count } جمل محذوفة
    [many] { $count } جملة محذوفة
   *[other] { $count } جملة محذوفة
}
news-was = كان النص:
news-now = وأصبح:
news-new = جديد:
news-gone = حُذف:
news-more = { $count ->
    [zero] … ولا تغييرات أخرى
    [one] … وتغيير آخر
    [two] … وتغييران آخران
    [few] … و{ $count } تغييرات أخرى
    [many] … و{ $count } تغييرًا آخر
   *[other] … و{ $count } تغيير آخر
}
again-same = ما زال «{ $title }» كما هو، كلمة بكلمة.
keywords-title = الكلمات المفتاحية
keywords-none = هذا النص أقصر من أن تكون له كلمات مفتاحية.
# After “Why”: under each sentence of the summary, shortened, one of the two lines; “others” are sentences.
why-title = لماذا هذه الجمل
why-line = الجملة { $place } من { $total }. تشترك في «{ $words }» { $shared ->
    [zero] وحدها
    [one] مع جملة أخرى
    [two] مع جملتين أخريين
    [few] مع { $shared } جمل أخرى
    [many] مع { $shared } جملة أخرى
   *[other] مع { $shared } جملة أخرى
}. أقرب إلى النص كله من { $percent } % من غيرها.
why-line-alone = الجملة { $place } من { $total }. أقرب إلى النص كله من { $percent } % من غيرها.

button-shorter = أقصر
button-longer = أطول
button-again = تحديث
button-keywords = كلمات مفتاحية
button-ask = سؤال
button-context = السياق
button-why = لماذا
button-summary = العودة إلى الملخص
button-archive = نسخة مؤرشفة
button-archive-of = نسخة مؤرشفة من { $number }

## Questions and answers

# Shown in a small box; at most 200 characters with a title of 60.
ask-how = اكتب سؤالك مباشرة، وسأبحث عن الجواب في «{ $title }».
ask-how-group = ردّ على هذه الرسالة بسؤالك، وسأبحث عن الجواب في «{ $title }».
question-without-article = ليس عندي بعد ما أبحث فيه. أرسل إليّ أولًا رابطًا أو نصًا أو ملفًا، ثم اسأل من جديد.
# To "thanks!" and "ok", which ask nothing.
remark-taken = على الرحب والسعة. اسألني المزيد عنه، أو أرسل الرابط التالي.
remark-noted = اسألني المزيد عنه، أو أرسل الرابط التالي.
# To ftp:// and the like.
link-kinds = أقرأ الروابط التي تبدأ بـ https:// أو http://. أرسل لي رابطًا منها، أو النص أو الملف نفسه.
answer-not-found = المقال لا يذكر ذلك.
answer-not-found-several = هذه المقالات لا تذكر ذلك.
answer-nearest = { $count ->
    [zero] لا مواضع قريبة.
    [one] أقرب موضع:
    [two] أقرب موضعين:
    [few] أقرب المواضع:
    [many] أقرب المواضع:
   *[other] أقرب المواضع:
}
answer-language = لغة المقال: { $language }. اسأل بهذه اللغة فأجد أكثر.
place-page = صفحة { $page }
place-paragraph = الفقرة { $number } من { $total }
place-text = في النص
button-context-of = السياق { $number }
button-answer = العودة إلى الجواب
check-exact = نعم، كلمة بكلمة:
check-near = ليس تمامًا. يقول المقال:
check-absent = لا، هذا ليس في المقال:
check-differing = في اقتباسك وليس هناك: { $words }
search-nothing = لا شيء مما قرأته هنا يذكر «{ $words }». جرّب كلمات أخرى، أو انظر /articles.
search-guessed = ربما كنت تقصد:

## What was read

articles-title = ما قُرئ حتى الآن
articles-none = لا شيء بعد. أرسل إليّ رابطًا أو نصًا أو ملفًا لنبدأ.
button-newer = الأحدث
button-older = الأقدم

## Settings

settings-title = الإعدادات
settings = كم يكون طول الملخص في البداية، وما شكله، وبأي لغة أتحدث؟ علامة الصح تبيّن ما اخترته.
choice-short = قصير
choice-medium = متوسط
choice-long = طويل
choice-paragraphs = فقرات
choice-bullets = نقاط
choice-locale-auto = مثل Telegram

## Privacy and forgetting

privacy = أحتفظ بالمقالات التي تقرؤها هنا، وبآخر أسئلتك عنها، وبإعداداتك، وبمعرّفك ولغتك في Telegram. كل ذلك محفوظ على جهاز من يدير هذا البوت. لا أعطيه لأحد؛ والمواقع التي ترسل روابطها هي وحدها التي ترى طلبًا مني. لا إعلانات ولا تتبّع.

    يمحو /forget كل ما يخصك فورًا.
forget-ask = هل أمحو كل ما أعرفه عنك: ما قرأته وأسئلتك وإعداداتك؟ لا يمكن التراجع عن ذلك.
forget-done = { $count ->
    [zero] تم. لقد نسيتك؛ ولم تكن قد قرأت شيئًا.
    [one] تم. لقد نسيتك ونسيت المقال الذي قرأته.
    [two] تم. لقد نسيتك ونسيت المقالين اللذين قرأتهما.
    [few] تم. لقد نسيتك ونسيت { $count } مقالات قرأتها.
    [many] تم. لقد نسيتك ونسيت { $count } مقالًا قرأتها.
   *[other] تم. لقد نسيتك ونسيت { $count } مقال قرأتها.
}
forget-kept = لم يُمحَ شيء.
button-forget = محو كل شيء
button-keep = الاحتفاظ به

## What is sent, but can’t be read

cannot-read = { $kind ->
    [photo] لا أستطيع قراءة الصور. أرسل إليّ النص أو رابطًا إليه.
    [voice] لا أستطيع سماع الرسائل الصوتية. اكتب إليّ، أو أرسل رابطًا.
    [audio] لا أستطيع سماع الصوت. أرسل إليّ رابط مقال أو نصًا.
    [video] لا أستطيع مشاهدة الفيديو. أرسل إليّ رابط مقال أو نصًا مفرّغًا.
    [video_note] لا أستطيع مشاهدة رسائل الفيديو. اكتب إليّ، أو أرسل رابطًا.
    [animation] جميل، لكني أقرأ النصوص فقط. أرسل إليّ رابط مقال.
    [sticker] جميل، لكني أقرأ النصوص فقط. أرسل إليّ رابط مقال.
    [contact] هذه جهة اتصال، وأنا أقرأ المقالات فقط. أرسل إليّ رابطًا أو نصًا.
    [location] هذا مكان على الخريطة، وأنا أقرأ المقالات فقط. أرسل إليّ رابطًا أو نصًا.
    [venue] هذا مكان على الخريطة، وأنا أقرأ المقالات فقط. أرسل إليّ رابطًا أو نصًا.
    [poll] أنا لا أصوّت، بل أقرأ فقط. أرسل إليّ رابط مقال أو نصًا.
    [dice] رمية موفقة! لكني أقرأ النصوص فقط. أرسل إليّ رابط مقال.
    [game] أنا لا ألعب، بل أقرأ فقط. أرسل إليّ رابط مقال.
   *[other] لا أستطيع قراءة هذا النوع من الرسائل. أرسل إليّ رابطًا أو نصًا أو ملفًا نصيًا.
}

## Buttons that lead nowhere (shown in a small box; at most 200 characters)

button-stale = لم يعد عندي ما يخص هذا الزر. أرسل إليّ الرابط أو النص مرة أخرى.
button-unknown = لم يعد هذا الزر يفعل شيئًا. أرسل إليّ الرابط أو النص مرة أخرى.
button-foreign = هذا الزر لمن طرح السؤال.

## When an update could not be answered at all

gave-up-failed = حدث عطل عندي، ولا ذنب لك فيه (الخطأ { $id }). حاول مرة أخرى؛ وإن تكرر، فأعطِ هذا الرقم لمن يدير هذا البوت.
gave-up-timed-out = استغرق ذلك وقتًا طويلًا فتوقفت. حاول لاحقًا، أو الصق الجزء المهم.
gave-up-cancelled = توقفت كما طلبت.

## Errors: what happened, and what to do next

error-unexpected = حدث عطل هنا، ولا ذنب لك فيه. حاول مرة أخرى من فضلك.
error-invalid-input = لا أستطيع التعامل مع هذا. أرسل رابطًا أو نصًا أو ملفًا نصيًا.
error-empty-text = لا كلمات في هذا. أرسل رابطًا، أو الصق نصًا، أو أرسل ملفًا نصيًا.
error-text-too-long = هذا النص أطول مما أستطيع قراءته دفعة واحدة ({ $limit } حرف). أرسل جزءًا منه.
error-too-complex = هذا مكوّن من قطع صغيرة كثيرة يصعب عليّ فهمها. الصق الجزء المهم.
error-unknown-method = لا توجد طريقة باسم «{ $method }». اختر واحدة من: { $known }.
error-not-a-language = لا توجد لغة رمزها «{ $language }». اكتب رمزًا من حرفين، مثل en أو ar.
error-not-a-link = يبدو هذا رابطًا، لكنه غير مكتمل. انسخه مرة أخرى من شريط العنوان.
error-unsupported-file = { $kind ->
    [rtf] لا أستطيع قراءة ملفات RTF. افتحه في محرر نصوص، واحفظه بصيغة PDF أو DOCX، وأرسل ذلك.
    [odt] لا أستطيع قراءة ملفات OpenDocument. احفظه بصيغة PDF أو DOCX وأرسل ذلك.
    [doc] لا أستطيع قراءة ملفات Word القديمة (.doc). احفظه بصيغة DOCX أو PDF وأرسل ذلك.
    [sheet] لا أستطيع قراءة جداول البيانات. أرسل نصًا، أو صدّرها بصيغة PDF.
    [slides] لا أستطيع قراءة العروض التقديمية. صدّرها بصيغة PDF وأرسل ذلك.
    [kindle] لا أستطيع قراءة كتب Kindle. أرسل الكتاب بصيغة EPUB، أو الصق فصلًا منه.
    [archive] لا أفتح الملفات المضغوطة. فك الضغط وأرسل إليّ الملف نفسه.
    [image] لا أستطيع قراءة الصور. أرسل النص في ملف، أو الصقه.
   *[other] لا أستطيع قراءة هذا النوع من الملفات. أقبل PDF وDOCX وEPUB وHTML وMarkdown والنص العادي؛ أو الصق النص.
}
error-file-too-large = هذا الملف كبير جدًا: لا يسلّم Telegram للبوتات ملفات أكبر من { $limit_mb } م.ب. أرسل جزءًا منه، أو رابطًا إليه، أو النص نفسه.
error-unreadable-file = { $reason ->
    [encrypted] هذا الملف محمي بكلمة مرور. أرسله بلا حماية، أو الصق النص.
    [scanned] ليس في هذا الملف إلا صور لنص. أرسل ملفًا فيه نص حقيقي، أو الصق النص.
    [empty] لا نص في هذا الملف. أرسل غيره، أو الصق النص.
    [drm] هذا الكتاب محمي من النسخ (DRM)، فلا أستطيع فتحه. أرسل كتابًا بلا حماية، أو الصق فصلًا.
    [bomb] حجم هذا الملف بعد فك ضغطه أكبر بكثير مما أستطيع استيعابه. أرسل الجزء المهم، أو الصق النص.
   *[broken] لا يمكن فتح هذا الملف؛ لعله تالف. احفظه من جديد وأرسله، أو الصق النص.
}
error-no-article = لم أجد هناك مقالًا. افتح الصفحة بنفسك والصق النص.
error-fetch-failed = لم أستطع تحميل هذه الصفحة. حاول بعد بضع دقائق، أو الصق النص.
error-address-refused = لا أفتح إلا عناوين الويب العامة، وهذا ليس منها. الصق النص بدلًا من ذلك.
error-redirect-refused = يؤدي هذا الرابط إلى ما ليس صفحة ويب. افتحه بنفسك وأرسل إليّ العنوان الذي تصل إليه.
error-members-only = يقود هذا الرابط إلى محادثة خاصة في Telegram لا يراها إلا أعضاؤها. أعد توجيه الرسالة نفسها إليّ، أو الصق نصها.
error-page-missing = يقول الموقع إن هذه الصفحة غير موجودة. تحقق من الرابط، أو الصق النص.
error-page-forbidden = لا يسمح لي الموقع بقراءة هذه الصفحة. افتحها بنفسك والصق النص.
error-server-busy = { $minutes ->
    [zero] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد قليل، أو الصق النص.
    [one] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد دقيقة، أو الصق النص.
    [two] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد دقيقتين، أو الصق النص.
    [few] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد { $minutes } دقائق، أو الصق النص.
    [many] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد { $minutes } دقيقة، أو الصق النص.
   *[other] الموقع مشغول ويطلب التمهّل. أرسل الرابط مرة أخرى بعد { $minutes } دقيقة، أو الصق النص.
}
error-server-failed = عند الموقع نفسه مشكلة الآن. حاول بعد بضع دقائق، أو الصق النص.
error-host-unreachable = لا أستطيع الوصول إلى هذا الموقع. تحقق من كتابة العنوان، أو حاول لاحقًا.
error-certificate-refused = لا يستطيع هذا الموقع إثبات هويته: شهادته غير صالحة. افتحه بنفسك والصق النص.
error-secure-connection = لا يوفر هذا الموقع اتصالًا آمنًا يمكنني الوثوق به. افتحه بنفسك والصق النص.
error-proxy-failed = طريقي إلى الويب مسدود: الوكيل الذي أمرّ عبره يرفض. الصق النص، وأخبر من يدير هذا البوت.
error-fetch-timeout = تأخر الموقع كثيرًا في الرد. حاول لاحقًا، أو الصق النص.
error-page-too-large = هذه الصفحة كبيرة عليّ (أكثر من { $limit_mb } م.ب). الصق الجزء المهم.
error-too-many-redirects = يدور هذا الرابط في حلقة. افتحه بنفسك وأرسل إليّ العنوان الذي تصل إليه.
error-not-a-page = يؤدي هذا الرابط إلى شيء بلا نص، كصورة أو فيديو. أرسل رابط مقال.
error-not-archived = ولا في أرشيف الويب نسخة من هذه الصفحة. إن استطعت فتحها، فالصق النص أو أرسلها ملفًا.
error-work-failed = لم أستطع معالجة هذا. حاول مرة أخرى، أو الصق الجزء المهم.
error-work-timeout = استغرق ذلك وقتًا طويلًا فتوقفت. الصق الجزء المهم.
error-work-too-large = هذا أكبر مما تتسع له ذاكرتي. الصق الجزء المهم.
error-worker-died = ضاع مني هذا في منتصف الطريق. أرسله مرة أخرى من فضلك.
error-work-crashed = ينقطع قارئي عند هذا في كل مرة، فلا أستطيع قراءته بأمان. الصق الجزء المهم.
error-no-reading = ليس عندي بعد ما أستند إليه. أرسل إليّ أولًا رابطًا أو نصًا أو ملفًا.
error-database = { $reason ->
    [newer] كتبت قاعدة البيانات نسخة أحدث من Nutshell. حدّث Nutshell، أو حدّد قاعدة بيانات أخرى.
    [url] هذا ليس عنوان قاعدة بيانات. يبدأ العنوان بـ sqlite:/// أو postgresql://
    [server] لا يمكن الوصول إلى خادم قاعدة البيانات أو أنه يرفض. تحقق من أنه يعمل، ومن الاسم وكلمة المرور وقاعدة البيانات في NUTSHELL_DATABASE.
    [filled] في قاعدة البيانات الجديدة شيء من قبل. حدّد قاعدة فارغة.
    [taken] يعمل Nutshell آخر على قاعدة البيانات هذه. أوقفه أولًا، أو حدّد قاعدة أخرى؛ ويمكن لعدة نسخ أن تتشارك قاعدة على PostgreSQL.
   *[file] لا يمكن فتح قاعدة البيانات أو الكتابة فيها. تحقق من مجلدها وصلاحياتها والمساحة على القرص.
}
error-no-feed = لم أجد هناك خلاصة. أرسل عنوان خلاصة، أو موقع يذكر واحدة.
error-feed-refused = { $reason ->
    [missing] لم يعد هناك شيء في هذا العنوان. تحقق من الرابط، أو أرسل عنوان الموقع.
    [forbidden] لا يسمح لي الموقع بقراءة ذلك. إن كانت لديه خلاصة أخرى فأرسل عنوانها.
    [private] لا أفتح إلا عناوين الويب العامة، وهذا ليس منها.
    [large] هذا أكثر مما أستطيع قراءته كخلاصة. إن كانت لدى الموقع خلاصة أقصر فأرسل عنوانها.
   *[other] لم أستطع تحميل ذلك الآن. تحقق من كتابة العنوان، أو حاول بعد بضع دقائق.
}
error-unknown-zone = لا أعرف منطقة زمنية باسم «{ $zone }». اذكر مدينة، أو منطقة مثل Africa/Cairo.
error-not-a-time = لا توجد ساعة تعرض «{ $time }». اكتب الساعات والدقائق، مثل «/digest 18:00»؛ يمكن كتابة أكثر من وقت.
error-chat-gone = لم تعد هذه المحادثة تقبل رسائل من البوت.
error-topic-closed = هذا الموضوع مغلق أمام البوت. افتحه من جديد، أو امنح البوت صلاحية إدارة المواضيع.

## Pages that are no article

no-article-bot-check = يريد الموقع أولًا إثباتًا على أني إنسان، ولست كذلك. افتح الصفحة والصق النص.
no-article-cookie-wall = لم يصلني إلا إشعار ملفات الارتباط في الموقع. افتح الصفحة، واقبل أو ارفض، والصق النص.
no-article-login = تطلب هذه الصفحة تسجيل الدخول. افتحها بنفسك والصق النص.
no-article-paywall = المقال متاح للمشتركين فقط؛ لم تصلني إلا سطوره الأولى. إن استطعت فتحه، فالصق النص.
no-article-error-page = أجاب الموقع بصفحة خطأ بدلًا من مقال. تحقق من الرابط، أو الصق النص.
no-article-video = هذه صفحة فيديو، وأنا أقرأ النصوص فقط. أرسل رابط مقال، أو الصق نصًا مفرّغًا.
no-article-gallery = هذه صفحة صور، وأنا أقرأ النصوص فقط. أرسل رابط مقال.
no-article-home = هذه صفحة موقع رئيسية فيها روابط إلى مقالات كثيرة. افتح أحدها وأرسل إليّ رابطه.
no-article-section = هذه صفحة قسم فيها روابط إلى مقالات كثيرة. افتح أحدها وأرسل إليّ رابطه.
no-article-search = هذه صفحة نتائج بحث. افتح إحداها وأرسل إليّ رابطها.
no-article-tag = تسرد هذه الصفحة مقالات عن موضوع. افتح أحدها وأرسل إليّ رابطه.
no-article-shop = هذه صفحة متجر، لا مقال. أرسل رابطًا إلى شيء يُقرأ.
no-article-forum-index = هذه قائمة مواضيع في منتدى. افتح أحدها وأرسل إليّ رابطه.
no-article-directory = هذه الصفحة دليل روابط. افتح أحدها وأرسل إليّ رابطه.
no-article-script-page = تبقى هذه الصفحة فارغة حتى يبنيها متصفح، فلا أرى نصًا. افتحها والصق النص.
no-article-empty = لا نص مقال في هذه الصفحة. افتحها بنفسك والصق النص.

### Groups and channels

## In groups

command-tldr = تلخيص رابط أو رسالة أو آخر رابط هنا

group-how = ردّ على رسالة باسمي أو بالأمر /tldr، فألخّص ما تشير إليه. وردّ على أحد ملخصاتي بسؤال، فأبحث فيه عن الجواب.
group-no-link = لم أرَ هنا رابطًا خلال آخر 24 ساعة. ردّ على رسالة بالأمر /tldr، أو اكتب الرابط بعده.
group-nothing-to-read = لا شيء يُقرأ في هذه الرسالة: لا رابط ولا نص طويل.
admins-only = لا يغيّر ذلك إلا مشرفو هذه المحادثة.

group-settings = ماذا أفعل بالروابط التي تُنشر هنا؟ يمكنني تركها، أو تلخيص ما يتفاعل معه أحد بـ 👀، أو تلخيصها كلها. ويمكنني حفظ ما يُشارَك هنا للنشرة.
group-settings-topic = ماذا أفعل بالروابط التي تُنشر في هذا الموضوع؟ يمكنني تركها، أو تلخيص ما يتفاعل معه أحد بـ 👀، أو تلخيصها كلها. ويمكنني حفظ ما يُشارَك في هذه المجموعة للنشرة.
auto-off = الروابط: لا شيء
auto-ask = عند 👀
auto-on = كلها
auto-everywhere = هكذا في كل المواضيع
keep-shared = حفظ ما يُشارَك للنشرة
keep-names = … مع اسم من شاركه
keep-how = عندئذٍ يُحفظ أيضًا ما يقال هنا ثلاثة أيام ومن دون أسماء، ليقتبس /catchup أكثر ما نوقش.

## What an administrator is told once

group-deaf = لا أسمع إلا الأوامر والردود عليّ والرسائل التي تذكرني. لأرى الروابط والتفاعلات هنا، اجعلني مشرفًا.
group-deaf-private = شكرًا لإضافتي إلى «{ $title }». هناك لا أسمع إلا الأوامر والردود عليّ والرسائل التي تذكرني: فالأمر /tldr تحت رابط يعمل. وإن أردت أن أرى أيضًا الروابط التي تُنشر، لإعداد نشرة أو لتلخيصها من تلقاء نفسي، فاجعلني مشرفًا هناك (لا حاجة إلى صلاحية خاصة)، أو أوقف وضع الخصوصية عند @BotFather وأضفني من جديد. يعرض /settings في المجموعة ما أستطيع فعله.
group-mute = لا يُسمح لي بالكتابة في «{ $title }»، فلا أستطيع الرد هناك. اسمح لي بإرسال الرسائل فأعود.
group-topic-lost = أُغلق أو حُذف موضوع في «{ $title }» سُئلت فيه، فأجبت في الموضوع العام للمجموعة. لأكتب في المواضيع المغلقة، امنحني صلاحية إدارة المواضيع.
group-topics-closed = لم أستطع نشر النشرة في «{ $title }»: موضوعها مغلق، والموضوع العام للمجموعة مغلق أيضًا. أعد فتح أحدهما أو امنحني صلاحية إدارة المواضيع.
channel-mute = أنا مشرف في «{ $title }»، لكن لا يُسمح لي بالنشر هناك. امنحني صلاحية نشر الرسائل، فتظهر النشرة في القناة.

## Channels

command-channels = قنواتك: النشرة والتعليقات الأولى
channels = قنواتك. اختر واحدة أو أضف أخرى:
channels-none = لا أعرف بعد قناة نديرها معًا. أضف واحدة هنا، أو اجعلني مشرفًا فيها وأعد توجيه أحد منشوراتها إليّ.
channels-add = إضافة قناة
channels-choose = اختيار قناة
channels-below = اختر القناة بالزر الظاهر مكان لوحة المفاتيح.
channels-thanks = شكرًا.
channels-private = تُضبط القنوات في محادثة خاصة معي.
channels-not-yours = لا يضبط هذه القناة إلا مشرفوها.
channels-not-in = لست في هذه القناة بعد. اجعلني مشرفًا فيها مع صلاحية النشر، ثم اخترها من جديد.
channel-title = القناة «{ $title }»
channel-card = يمكن حفظ الروابط والنصوص الطويلة المنشورة هناك لنشرتها. وإن كانت لها مجموعة نقاش أنا فيها، أستطيع كتابة ملخص كل مقال مرتبط كأول تعليق. وتُنشر النشرة في القناة أو حيث تشاء.
channel-comment-deaf = لا أرى المنشورات في مجموعة النقاش بعد، فلن يأتي تعليق. اجعلني مشرفًا هناك، ولا حاجة إلى صلاحية خاصة.
channel-feeds-how = ليتابع خلاصات، رد على هذه الرسالة بالأمر /follow ورابط خلاصة أو موقع.
channel-keep = حفظ المنشورات للنشرة
channel-comment = الملخص كأول تعليق
channel-digest = نشرة القناة

### Digests and feeds

## Commands, as they stand in the menu

command-digest = ضبط النشرة: متى وأين وكم طولها
command-catchup = ما شورك مؤخرًا، الآن (/catchup 12: ساعات)
command-compare = ما يقوله رابطان معًا، وما يقوله كل منهما وحده
command-follow = متابعة خلاصة أو موقع
command-unfollow = إيقاف متابعة خلاصة
command-feeds = ما يُتابَع هنا

## The digest and its settings

digest-title = النشرة · { DATETIME($day, dateStyle: "long") }
digest-again = جديد عن خبر سابق
digest-also = أيضًا في:
digest-shared = { $count ->
    [zero] لم يُشارَك هنا:
    [one] شورك هنا:
    [two] شورك هنا مرتين:
    [few] شورك هنا { $count } مرات:
    [many] شورك هنا { $count } مرة:
   *[other] شورك هنا { $count } مرة:
}
digest-left-out = { $count ->
    [zero] لم يبقَ خبر بلا مكان.
    [one] لم يتسع المكان لخبر آخر.
    [two] لم يتسع المكان لخبرين آخرين.
    [few] لم يتسع المكان لـ { $count } أخبار أخرى.
    [many] لم يتسع المكان لـ { $count } خبرًا آخر.
   *[other] لم يتسع المكان لـ { $count } خبر آخر.
}
digest-heading = النشرة
digest-none = لا نشرة بعد لـ «{ $name }».
digest-none-here = لا نشرة هنا بعد.
digest-how = تجمع النشرة ما يُشارَك هنا وما تأتي به الخلاصات التي تتابعها بالأمر /follow، وتروي كل خبر مرة واحدة مع روابطه، وتصل في الأوقات التي تختارها. وإن لم يكن هناك ما يُروى، فلا يصل شيء.
digest-how-channel = تجمع النشرة ما يُنشر فيها وما تأتي به خلاصات القناة، وتروي كل خبر مرة واحدة مع روابطه، وتصل في الأوقات التي تختارها. وإن لم يكن هناك ما يُروى، فلا يصل شيء.
digest-how-private = تجمع النشرة ما تأتي به الخلاصات التي تتابعها بالأمر /follow، وتروي كل خبر مرة واحدة مع روابطه، وتصل في الأوقات التي تختارها. وإن لم يكن هناك ما يُروى، فلا يصل شيء.
digest-this-chat = هذه المحادثة
digest-on = تشغيل
digest-off = إيقاف
digest-preview = معاينة الآن
# The words behind the command that do the same: “/digest now”, “/digest on”, “/digest off”. Several, with commas.
digest-now-words = الآن, الان
digest-on-words = تشغيل
digest-off-words = إيقاف, ايقاف
digest-empty = لا شيء يُروى الآن. شارك رابطًا هنا، أو تابع خلاصة بالأمر /follow: أروي من الخلاصة ما يصدر منذ ذلك الحين.
digest-empty-private = لا شيء يُروى الآن. تابع خلاصة بالأمر /follow: أروي ما يصدر منذ ذلك الحين.
digest-when = متى: { $days }، { $times } ({ $zone })
digest-daily = كل يوم
digest-weekdays = من الاثنين إلى الجمعة
digest-where = أين: { $where }
digest-here = هنا
digest-to-me = إليّ على الخاص
digest-length = الطول: { $count ->
    [zero] بلا أخبار
    [one] خبر واحد على الأكثر
    [two] خبران على الأكثر
    [few] { $count } أخبار على الأكثر
    [many] { $count } خبرًا على الأكثر
   *[other] { $count } خبر على الأكثر
}
digest-sources = من: { $sources }
digest-quiet = هدوء من { $start }:00 إلى { $end }:00؛ وما يحين خلاله يأتي بعده
digest-next = التالية: { DATETIME($day, dateStyle: "long") }، { $time }
digest-resting = هي متوقفة.
digest-when-how = اختر الأيام والساعات؛ ويمكن اختيار أكثر من واحد.
digest-when-last = يجب أن يبقى يوم واحد وساعة واحدة على الأقل.
digest-zone-how = الأوقات بتوقيت { $zone }. ولمدينة أخرى، اكتب «/digest» مع اسمها، مثل «/digest القاهرة».
digest-zone-found = الأوقات الآن بتوقيت { $zone }. أي مدينة قصدت؟
digest-target-how = أين تُنشر النشرة؟ تصلك على الخاص فقط إن كنت قد كتبت إليّ هناك. وتظهر القنوات هنا حيث نكون كلانا مشرفين.
digest-write-first = لا أستطيع بعد أن أكتب إليك على الخاص. افتح @{ $bot } واضغط «بدء» ثم اختر هذا مرة أخرى.
digest-button-when = متى
digest-button-zone = المنطقة الزمنية
digest-button-where = أين
digest-button-shared = المشارَكات
digest-button-feeds = الخلاصات
digest-button-quiet = هدوء ليلًا
digest-button-pin = تثبيت
button-back = رجوع
day-0 = اثنين
day-1 = ثلاثاء
day-2 = أربعاء
day-3 = خميس
day-4 = جمعة
day-5 = سبت
day-6 = أحد
doing-digest = أُعدّ النشرة …
catchup-nothing = { $hours ->
    [zero] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء الآن.
    [one] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء خلال الساعة الماضية.
    [two] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء خلال الساعتين الماضيتين.
    [few] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء خلال آخر { $hours } ساعات.
    [many] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء خلال آخر { $hours } ساعة.
   *[other] على حد علمي، لم يُشارَك ولم يُنشر هنا شيء خلال آخر { $hours } ساعة.
}
catchup-how = أعرف ما يُشارَك في المجموعات والقنوات منذ تشغيل /digest فيها، والخلاصات التي تُتابَع بالأمر /follow.
catchup-usage = اكتب بعد الأمر عدد الساعات التي أعود إليها، من 1 إلى { $most }: «/catchup 12». ومن دون رقم أعود إلى آخر { $usual } ساعة.
talk-title = الأكثر نقاشًا
talk-replies = { $count ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $count } ردود
    [many] { $count } ردًّا
   *[other] { $count } رد
}
talk-reactions = { $count ->
    [zero] لا تفاعلات
    [one] تفاعل واحد
    [two] تفاعلان
    [few] { $count } تفاعلات
    [many] { $count } تفاعلًا
   *[other] { $count } تفاعل
}
compare-usage = اكتب رابطين بعد الأمر: «/compare https://… https://…». أعرض ما يقوله الاثنان معًا، وما يقوله أحدهما فقط.
compare-shared = { $count ->
    [2] كلاهما يقول:
   *[other] الجميع يقولون:
}
compare-nothing-shared = لم أجد قولًا يشتركان فيه.
compare-other-languages = هما بلغتين مختلفتين: لا أجد المشترك إلا بين نصوص بلغة واحدة.
compare-only = ما يقوله { $number } ({ $site }) وحده:
button-compare = قارن

## Feeds

doing-feed = أبحث عن الخلاصة …
follow-usage = اكتب رابط خلاصة أو موقع بعد الأمر: «/follow https://…». أو ردّ بالأمر /follow على ملف OPML.
follow-done = أتابع الآن «{ $title }». يأتي جديده في النشرة؛ ويبيّن /digest متى.
follow-done-off = أتابع الآن «{ $title }». يأتي جديده في النشرة، لكنها متوقفة هنا؛ شغّلها بالأمر /digest.
follow-several = { $count ->
    [zero] لم أستطع متابعة أي منها.
    [one] أتابع الآن خلاصة واحدة:
    [two] أتابع الآن خلاصتين:
    [few] أتابع الآن { $count } خلاصات:
    [many] أتابع الآن { $count } خلاصة:
   *[other] أتابع الآن { $count } خلاصة:
}
follow-failed = { $count ->
    [zero] لم تتعذر متابعة أي منها.
    [one] تعذرت متابعة واحدة:
    [two] تعذرت متابعة اثنتين:
    [few] تعذرت متابعة { $count } خلاصات:
    [many] تعذرت متابعة { $count } خلاصة:
   *[other] تعذرت متابعة { $count } خلاصة:
}
follow-later = { $count ->
    [zero] لم يبق منها شيء.
    [one] بقيت واحدة لم أصل إليها بعد. أرسل الشيء نفسه مرة أخرى فأكمل.
    [two] بقيت اثنتان لم أصل إليهما بعد. أرسل الشيء نفسه مرة أخرى فأكمل.
    [few] بقيت { $count } خلاصات لم أصل إليها بعد. أرسل الشيء نفسه مرة أخرى فأكمل.
    [many] بقيت { $count } خلاصة لم أصل إليها بعد. أرسل الشيء نفسه مرة أخرى فأكمل.
   *[other] بقيت { $count } خلاصة لم أصل إليها بعد. أرسل الشيء نفسه مرة أخرى فأكمل.
}
unfollow-done = لم أعد أتابع «{ $title }».
unfollow-unknown = هذا لا يُتابَع هنا. يعرض /feeds القائمة مع رقم لكل خلاصة.
feeds-title = الخلاصات
feeds-how = اختر خلاصة برقمها لتحدد لها كلمات وحدًّا أو لتوقفها.
feeds-none = لا شيء يُتابَع هنا بعد. ابدأ بالأمر /follow ورابط.
feeds-more = { $count ->
    [zero] … ولا غيرها
    [one] … وواحدة أخرى
    [two] … واثنتان أخريان
    [few] … و{ $count } أخرى
    [many] … و{ $count } أخرى
   *[other] … و{ $count } أخرى
}
feeds-file = كملف (OPML)
feeds-sent = تفضل.
feed-only = فقط مع: { $words }
feed-without = أبدًا مع: { $words }
feed-cap = كم من موادها يجوز أن يكون في النشرة الواحدة؟
feed-how = للاختيار بالكلمات اكتب «/feeds { $number } +جسر -كرة»: لا يأتي إلا ما فيه الكلمات المسبوقة بـ+، ولا شيء مما فيه المسبوقة بـ-. ومن دون رقم تسري الكلمات على كل الخلاصات هنا.
feed-words-off = أزل الكلمات
feed-drop = إلغاء المتابعة
feeds-words-set = تسري هذه الكلمات الآن على كل الخلاصات هنا.
feed-stopped = لم تعد الخلاصة «{ $title }» موجودة أو لم تعد قابلة للقراءة. لن أسأل عنها بعد الآن؛ ويعيدها /follow مع عنوانها الجديد.

### Inline mode. Buttons hold 60 characters.

inline-how = اكتب رابطًا، أو كلمات مما قرأته
inline-nothing = لا شيء مما قرأته يذكر ذلك
inline-slow = ما زال يستغرق وقتًا: اختره، أو اقرأه معي
inline-short = قصير: { $title }
inline-medium = متوسط: { $title }
inline-long = طويل: { $title }
inline-later = ملخص من { $site }
inline-later-hint = أرسله الآن؛ تصل الجمل حين أقرأ الصفحة.
inline-open = اسأل Nutshell عنه

### Running the bot: privacy, access, pace, owners.

## Commands, as they stand in the menu

command-export = نسخة من كل ما أحتفظ به عنك
command-language = اللغة التي أتحدث بها هنا

## Privacy

privacy-how-long = المدة: ما لم تستخدمه { $days ->
    [zero] اليوم
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
} يُمحى من تلقاء نفسه، ويُمحى كل ما يخصك إن غبت عن هنا تلك المدة.
privacy-who = من يدير هذا البوت:
privacy-owner = مالكه
privacy-hooks = من يدير هذا البوت يتلقى الملخصات والنشرات في برامجه الخاصة أيضًا: { $sites }.
privacy-export = يعطيك /export نسخة من كل ذلك.
export-done = هذا كل ما أحتفظ به عنك، في ملف للبرامج (JSON). { $readings ->
    [zero] لم تقرأ أي مقال.
    [one] وفيه المقال الذي قرأته.
    [two] وفيه المقالان اللذان قرأتهما.
    [few] وفيه { $readings } مقالات قرأتها.
    [many] وفيه { $readings } مقالًا قرأتها.
   *[other] وفيه { $readings } مقال قرأتها.
}
export-private = اطلب ذلك مني على الخاص: نسخة ما أحتفظ به عنك لك وحدك.
export-too-large = ما أحتفظ به عنك أكبر مما يسمح به Telegram. من يدير هذا البوت يستطيع أن يعطيك نسخة؛ ويبيّن /privacy من هو.

## A feed of this chat, for feed readers

command-rss = خلاصة خاصة لهذه المحادثة لقارئ الخلاصات
rss = ما يُشارَك ويُقرأ في «{ $title }»، ونشراته، خلاصةً لقارئ الخلاصات (RSS):
rss-mine = ما تقرؤه هنا، ونشراتك، خلاصةً لقارئ الخلاصات (RSS):
rss-secret = من يعرف هذين العنوانين يستطيع أن يقرأ معك، فاحتفظ بهما لنفسك. ومع عنوان جديد لا يؤدي القديمان إلى شيء.
rss-local = لا يصل إلى هذين العنوانين حتى الآن إلا الجهاز الذي أعمل عليه. ومن يديرني يستطيع فتحهما لغيره بالإعداد NUTSHELL_PUBLIC_URL.
rss-no-server = لا خلاصات هنا لأن خادمي متوقف، كما هو دائمًا في المحادثة التجريبية. ومن يديرني يستطيع تشغيله بالإعداد NUTSHELL_LISTEN.
rss-off = الخلاصة متوقفة، وعنواناها لا يؤديان إلى شيء. ينشئ /rss عنوانين جديدين.
rss-sent = أرسلت العنوانين إليك على الخاص.
rss-write-first = العنوانان للمشرفين فقط، لذلك أرسلهما على الخاص. اكتب إليّ هناك أولًا، ثم اطلب هنا من جديد.
rss-feed = روابط ونشرات: { $title }
rss-feed-mine = ما قُرئ مع Nutshell
button-rss-new = عنوان جديد
button-rss-off = إيقاف

## The language

language-ask = بأي لغة أتحدث هنا؟
language-done = من الآن أتحدث العربية هنا.
language-unknown = لا أتحدث هذه اللغة. أعرف: { $known }

## Pace and access

rate-wait = تكتب أسرع من { $rate ->
    [zero] الحد المسموح
    [one] رسالة واحدة
    [two] رسالتين
    [few] { $rate } رسائل
    [many] { $rate } رسالة
   *[other] { $rate } رسالة
} في الدقيقة. لا يضيع شيء: أتابع بعد { $seconds ->
    [zero] لحظة
    [one] ثانية
    [two] ثانيتين
    [few] { $seconds } ثوانٍ
    [many] { $seconds } ثانية
   *[other] { $seconds } ثانية
}.
# May show in a small box; at most 200 characters.
access-denied = هذا البوت خاص. يستطيع من يديره أن يسمح لك بالدخول؛ ورقمك هو { $id }.
access-denied-chat = هذا البوت خاص، ولذلك يبقى صامتًا في «{ $title }». يستطيع من يديره أن يسمح لتلك المحادثة؛ ورقمها هو { $id }.
# One line above a list; at most 60 characters.
access-denied-inline = هذا البوت خاص؛ ورقمك هو { $id }

## For owners

allow-usage = لمن؟ اكتب رقم شخص أو محادثة بعد الأمر، أو ردّ على إحدى رسائله. وفي المجموعة يعني الأمر وحده المجموعة نفسها.
allow-done = يستطيع { $id } استخدامي الآن.
allow-already = كان { $id } يستطيع استخدامي من قبل.
deny-done = لم يعد { $id } يستطيع استخدامي. ويبقى ما قُرئ هنا حتى يُمحى مع الوقت، أو بالأمر `forget { $id }` في سطر الأوامر.
deny-unknown = لم يكن مسموحًا لـ { $id } من قبل.
access-open = سجّلت ذلك، لكنه لا يغيّر شيئًا الآن: قيمة NUTSHELL_ACCESS هي «open»، فالجميع يستطيعون استخدامي. وإن صارت «listed» فلن يستطيع ذلك إلا من تسمح لهم.
stats = الأشخاص: { $people } (اليوم { $active_day }، في أسبوع { $active_week }، في شهر { $active_month })
    المجموعات والقنوات: { $groups }
    المقالات المقروءة: { $readings } (في أسبوع { $readings_week })، النصوص المحفوظة: { $texts }
    الخلاصات: { $feeds }، النشرات: { $digests }
    الرسائل المنتظرة: { $waiting }، المتروكة: { $set_aside }
    قاعدة البيانات: { $megabytes } م.ب
broadcast-usage = اكتب الرسالة بعد الأمر: «/broadcast سأغيب يوم الأحد ساعة.» سأسألك قبل إرسالها.
broadcast-private = لنفعل ذلك على الخاص.
broadcast-too-long = هذا طويل جدًا: الحد الأقصى { $limit } حرف.
broadcast-nobody = لا أحد سواك لأرسل إليه هذا بعد.
broadcast-ask = { $people ->
    [zero] لا أحد لأرسل إليه هذا. أأرسله مع ذلك؟
    [one] أأرسل هذا إلى شخص واحد؟
    [two] أأرسل هذا إلى شخصين؟
    [few] أأرسل هذا إلى { $people } أشخاص؟
    [many] أأرسل هذا إلى { $people } شخصًا؟
   *[other] أأرسل هذا إلى { $people } شخص؟
}
button-broadcast = إرسال
button-broadcast-drop = عدم الإرسال
button-broadcast-stop = إيقاف
broadcast-dropped = لم تُرسل.
broadcast-begun = هي في الطريق. سأخبرك حين تصل إلى الجميع.
broadcast-busy = هناك رسالة أخرى في الطريق. يبيّن /broadcast أين وصلت.
broadcast-none = لا شيء لإيقافه.
broadcast-report = { $state ->
    [running] في الطريق.
    [stopped] أُوقفت.
   *[done] تمت.
} أُرسلت: { $sent }. تعذر الوصول (أوقفوني أو لم يكتبوا إليّ قط): { $unreachable }. فشلت: { $failed }.

# What needs an owner: each is told once, until it is well again.
owner-disk = القرص الذي فيه قاعدة بياناتي يكاد يمتلئ: بقي { $megabytes } م.ب. أفسح مكانًا، أو انقل قاعدة البيانات (NUTSHELL_DATABASE). فإذا امتلأ، لم أعد أستطيع استقبال شيء.
owner-token = يستخدم برنامج آخر رمزي أيضًا، فلا يصل كلًّا منا إلا بعض الرسائل. أوقف البرنامج الآخر، أو احصل على رمز جديد من @BotFather واضبط NUTSHELL_TOKEN.
owner-webhook = لا يستطيع Telegram إيصال الرسائل إلى الـ webhook: { $said } (تنتظر: { $waiting }). تحقق من أن NUTSHELL_WEBHOOK_URL يؤدي إلى NUTSHELL_LISTEN، ومن شهادته.
owner-queue = تنتظر الرسائل الرد طويلًا. عدد المنتظرة: { $waiting }، وأقدمها منذ { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}. قد يبيّن سجلّي السبب. وإن كان العمل كثيرًا فحسب، فزد NUTSHELL_WORKERS أو استخدم جهازًا أسرع.
owner-database = تعذّر الوصول إلى قاعدة بياناتي مدة { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}. لقد عادت، وأنا أجيب الآن عما وصل في أثناء ذلك. قد يبيّن سجلّ خادم قاعدة البيانات السبب.
owner-hook = لا يقبل { $site } شيئًا مما أرسله إليه (NUTSHELL_HOOKS): { $said }. سأعيد المحاولة يومًا كاملًا. تحقق من العنوان والبرنامج الذي خلفه.

### Questions that an article suggests. The values are the article's own words, as they stand there.

suggest-said = ماذا قال { $name }؟
suggest-who = من هو { $name }؟
suggest-year = ماذا حدث في { $year }؟
suggest-date = ماذا حدث { $date }؟
suggest-about = ماذا يقول المقال عن { $name }؟
suggest-name = { $name }؟
# A place with the preposition before it.
suggest-place = ماذا حدث { $place }؟
# A verb and what is first, only or most of its kind.
suggest-topmost = ما الذي { $what }؟
# What is counted, with the rest of its clause.
suggest-count = كم عدد { $what }؟
# What somebody did: the article's words behind the name.
suggest-did = من { $what }؟
# A thing that the article tells of, with its article ("the ferry").
suggest-topic = ماذا يقول المقال عن { $what }؟

### The trial chat’s page

trial-title = Nutshell · محادثة تجريبية
trial-chat = محادثة مع Nutshell
trial-you = أنت
trial-bot = Nutshell
trial-skip = الانتقال إلى حقل الرسالة
trial-about-title = جرّب Nutshell هنا
trial-about = يقرأ Nutshell المقالات لك. أرسل إليه رابطًا، أو الصق نصًا، أو أفلت ملفًا: يجيبك بالجمل المهمة كما وردت حرفيًا. ثم اسأله شيئًا عن المقال.
trial-about-private = هذه محادثة تجريبية. تعمل على هذا الجهاز، بلا Telegram وبلا حساب. لا يغادر الجهاز شيء، سوى أن Nutshell يفتح الروابط التي ترسلها.
trial-commands = الأوامر
trial-commands-none = تظهر الأوامر هنا حين يبدأ البوت.
trial-example = مقال للتجربة
trial-example-send = إرسال المقال التجريبي
trial-example-open = قراءته بنفسك
trial-example-title = المنارة التي تعلمت التوفير
trial-example-lead = كيف خفضت مدينة ساحلية كهرباء منارتها بنسبة 92 في المئة.
trial-write = رسالة
trial-write-hint = رابط أو نص أو سؤال
trial-send = إرسال
trial-attach = إرفاق ملف
trial-menu = الأوامر
trial-reply = رد
trial-reply-to = رد على { $name }
trial-reply-cancel = عدم الرد عليها
trial-language = لغتك
trial-theme-dark = ألوان داكنة
trial-restart = إعادة تشغيل البوت
trial-restart-hint = ينهي عملية البوت ويبدؤها من جديد. وتبقى المحادثة.
trial-state-starting = يبدأ
trial-state-ready = جاهز
trial-state-stopping = يعاد تشغيله
trial-state-down = توقف فجأة، ويبدأ من جديد
trial-state-offline = لا اتصال بخادم التجربة
trial-typing = يكتب
trial-note-died = انتهى البوت من تلقاء نفسه (رمز الخروج { $code }). يعاد تشغيله؛ وما ترسله ينتظره.
trial-note-killed = أُنهي البوت قسرًا (الإشارة { $signal }). يعاد تشغيله؛ وما ترسله ينتظره.
trial-note-ready = عاد البوت إلى العمل.
trial-forwarded = رسالة معاد توجيهها
trial-quote-open = عرض الكل
trial-quote-close = عرض أقل
trial-deleted = رسالة محذوفة
trial-newest = الذهاب إلى أحدث رسالة
trial-drop = أفلت الملف لإرساله
trial-edited = معدّلة
trial-close = إغلاق
trial-reacted = تفاعل Nutshell
trial-buttons = أزرار هذه الرسالة
trial-download = تنزيل { $name }
trial-open-link = فتح الموضع في { $site }
trial-size-kb = { $size } ك.ب
trial-size-mb = { $size } م.ب
trial-message-of = { $name }، { $time }
trial-failed = لم ينجح ذلك: { $reason }
trial-place = المحادثة
trial-place-private = Nutshell · محادثة خاصة
trial-place-group = مجموعة
trial-place-channel = قناة
trial-topic-general = عام
trial-topic-closed = { $name } (مغلق)
trial-speaker = من يتحدث
trial-speaker-admin = { $name } (مشرف)
trial-speaker-anonymous = { $name } (مشرف مجهول)
trial-play = الساعة والصلاحيات:
trial-clock = تقديم الساعة
trial-clock-hour = ساعة
trial-clock-half-day = 12 ساعة
trial-clock-day = يوم
trial-clock-week = أسبوع
trial-member = Nutshell في هذه المحادثة
trial-member-left = ليس فيها
trial-member-member = عضو
trial-member-administrator = مشرف
trial-member-restricted = لا يُسمح له بالكتابة
trial-member-hint = لا يغيّر ذلك إلا مشرف: اختر أحدهم متحدثًا.
trial-outside = ليس Nutshell في هذه المحادثة ولا يسمع فيها شيئًا. أضفه بصفة:
trial-topic = هذا الموضوع
trial-topic-name = اسم موضوع جديد
trial-topic-open = فتحه
trial-topic-close = إغلاق
trial-topic-reopen = إعادة فتح
trial-topic-delete = حذف
trial-migrate = هذه المجموعة
trial-migrate-do = تحويلها إلى مجموعة خارقة
trial-privacy = وضع الخصوصية
trial-privacy-on = يعمل
trial-privacy-off = متوقف
trial-privacy-hint = معه لا يرى Nutshell إلا الأوامر والردود عليه والإشارات إليه، ما لم يكن مشرفًا.
trial-service-came = انضم { $name }
trial-service-left = غادر { $name }
trial-service-topic = فُتح موضوع: { $name }
trial-service-shared = اختيرت محادثة: { $name }
trial-service-pinned = ثُبّتت رسالة
trial-service-closed = أُغلق الموضوع
trial-service-reopened = فُتح الموضوع من جديد
trial-service-migrated = صارت المجموعة مجموعة خارقة
trial-via = { $name } عبر { $bot }
trial-pinned = مثبّتة
trial-more = تفاعل أو إعادة توجيه
trial-forward = إعادة توجيه إلى Nutshell
trial-results = النتائج
trial-keys = أزرار مكان لوحة المفاتيح
trial-choose-chat = اختر محادثة

### The command line

cli-trial-ready = المحادثة التجريبية مفتوحة: { $address }
    أوقفها بـ Ctrl+C.
cli-trial-port-taken = المنفذ { $wanted } مشغول، لذلك يُستخدم { $port }.
cli-bot-ready = يعمل @{ $name } الآن. أوقفه بـ Ctrl+C.
cli-server-ready = الحالة والقياسات وواجهة API على العنوان { $address }
cli-source-failed = { $source }: { $message }
cli-no-such-file = لا يوجد ملف كهذا. تحقق من الاسم، أو أعطِ رابطًا يبدأ بـ http:// أو https://
cli-is-a-folder = هذا مجلد. سمِّ الملفات التي فيه.
cli-file-unreadable = لا يمكن فتح الملف ({ $reason }).
cli-output-failed = لا يمكن كتابة المخرجات ({ $reason }). وفّر مساحة على القرص أو اكتبها في مكان آخر.
cli-not-in-article = المقال لا يذكر ذلك.
cli-nearest = أقرب المواضع:
cli-ask-prompt = سؤال (اتركه فارغًا للإنهاء)
cli-ask-from-pipe = المدخل القياسي هنا هو المقال، فاكتب السؤال بعده.
cli-reading = القراءة جارية
cli-digest-empty = لا شيء يُروى.
cli-digest-one-form = اختر واحدًا من --markdown و --html و --json.
cli-settings-refused = لا يمكن أن يبدأ Nutshell بهذه الإعدادات:
cli-setting-refused = { $name }: { $reason }
cli-setting-misspelt = لا يوجد إعداد باسم { $name }، لذا لا أثر له. هل قصدت { $near }؟
cli-setting-unknown = لا يوجد إعداد باسم { $name }، لذا لا أثر له.
error-token-refused = لا يعرف Telegram هذا الرمز. انسخه مرة أخرى من @BotFather إلى NUTSHELL_TOKEN.
error-not-loopback = ليس للمحادثة التجريبية تسجيل دخول، فلا يمكن فتحها لغيرك بالاستماع على { $host }. اضبط NUTSHELL_LISTEN على 127.0.0.1:8090.
error-address-taken = لا أستطيع الاستماع على { $address }: { $reason }. اضبط NUTSHELL_LISTEN على عنوان آخر، أو أوقف البرنامج الذي يشغل هذا العنوان.

setting-token = يبدو الرمز هكذا: 123456:ABC-DEF، كما يعطيه @BotFather
setting-api-url = يبدأ عنوان خادم Bot API بـ http:// أو https://
setting-database = يبدأ عنوان قاعدة البيانات بـ sqlite:/// أو postgresql://
setting-listen = عنوان الاستماع هو host:port، مثل 127.0.0.1:8090
setting-webhook-url = يبدو عنوان الـ webhook هكذا: https://bot.example.org/telegram
setting-webhook-secret = يتكون السر من 1 إلى 256 من الأحرف A–Z و a–z والأرقام و _ و -
setting-webhook-open = كل من يصل إلى NUTSHELL_LISTEN يستطيع أن يرسل إليّ رسائل باسم Telegram؛ اضبط NUTSHELL_WEBHOOK_SECRET، أو استمع على 127.0.0.1
setting-webhook-off = يحتاج الـ webhook إلى الخادم؛ اضبط NUTSHELL_LISTEN على host:port
setting-api-keys = في المفتاح 16 رمزًا على الأقل: أحرف لاتينية وأرقام و . _ ~ + / -
setting-proxy = يتجاوز الوكيل فحص العناوين؛ اضبط NUTSHELL_PROXY_FILTERS=yes إن كان الوكيل نفسه يرفض العناوين الخاصة
setting-proxy-scheme = لا تصلح للصفحات إلا وكلاء HTTP: يبدأ العنوان بـ http:// أو https:// (ووكيل SOCKS يحتاج أمامه إلى وكيل HTTP)
setting-hooks = يبدو عنوان الـ hook هكذا: https://example.org/nutshell
setting-hook-secret = تُوقَّع الـ hooks؛ اضبط NUTSHELL_HOOK_SECRET على 16 رمزًا على الأقل
setting-public-url = يبدو عنوان الخادم العام هكذا: https://bot.example.org
setting-locale = لا يتحدث البوت هذه اللغة؛ لغاته هي أسماء الملفات في مجلد prompts، مثل en أو ar
setting-number = هذا عدد صحيح من { $least } إلى { $most }
setting-numbers = هذه أعداد صحيحة تفصل بينها فواصل
setting-choice = هذا واحد من: { $known }
setting-yes-no = هذا yes أو no
setting-networks = تُكتب الشبكات مثل 192.168.0.0/16، وتفصل بينها فواصل

## Operator's commands

cli-backup-done = في { $path } نسخة كاملة: { $size } م.ب، الأشخاص { $people }، القراءات { $readings }، جداول النسخة { $revision }. لاستعادتها، أوقف البوت، وضع الملف مكان قاعدة البيانات، واحذف ملفي -wal و -shm بجانبها.
cli-backup-no-database = لا توجد قاعدة بيانات في { $path }. يبيّن NUTSHELL_DATABASE مكانها.
cli-backup-server = يصنع PostgreSQL نسخه بنفسه، والبوت يعمل أيضا: pg_dump --format=custom --file={ $path } ADDRESS. ويستعيدها pg_restore.
cli-backup-exists = الملف { $path } موجود من قبل. سمِّ ملفًا غير موجود.
cli-backup-not-written = تعذرت كتابة { $path }: { $reason }. سمِّ ملفًا في مجلد موجود فيه متسع ويمكنك الكتابة فيه.
cli-backup-broken = النسخة غير كاملة، فلا نسخة: { $reason }. شغّل doctor، واستعد نسخة أقدم إن قال إن قاعدة البيانات تالفة.
cli-migrate-done = قاعدة البيانات محدّثة: الأشخاص { $people }، القراءات { $readings }.
cli-migrate-moved = صار كل شيء في قاعدة البيانات الجديدة: الأشخاص { $people }، القراءات { $readings }. ضع عنوانها في NUTSHELL_DATABASE وشغّل البوت.
cli-migrate-shortened = العناوين الطويلة التي صار يُعثر عليها بصيغة مختصرة: { $shortened }، والتي كانت بالصيغتين وبقيت مرة واحدة: { $skipped }.
cli-token-needed = لم يُفعل شيء: ما قيل في المجموعات محفوظ تحت علامة لا يعطيها إلا رمز البوت. اضبط NUTSHELL_TOKEN كما للبوت ثم أعد المحاولة.
cli-forget-done = مُحي، مع { $count ->
    [zero] لا قراءات
    [one] قراءة واحدة
    [two] قراءتين
    [few] { $count } قراءات
    [many] { $count } قراءة
   *[other] { $count } قراءة
}.

doctor-token = يعرف Telegram الرمز: هو رمز @{ $name }.
doctor-token-missing = لم يُضبط رمز. احصل على واحد من @BotFather (/newbot) واضبط NUTSHELL_TOKEN.
doctor-token-refused = لا يعرف Telegram الرمز. انسخه مرة أخرى من @BotFather (/mybots، API Token) إلى NUTSHELL_TOKEN.
doctor-telegram-unreachable = لا يجيب { $address }. تحقق من الشبكة والجدار الناري؛ وحيث يُحجب Telegram، اضبط NUTSHELL_API_PROXY.
doctor-groups-on = يمكن إضافته إلى المجموعات.
doctor-groups-off = لا يمكن إضافته إلى المجموعات. لتغيير ذلك: @BotFather، /setjoingroups.
doctor-hears-on = يسمع كل شيء في المجموعات.
doctor-hears-off = لا يسمع في المجموعات إلا الأوامر والردود والإشارات. للروابط والتفاعلات، اجعله مشرفًا هناك، أو @BotFather، /setprivacy، Disable.
doctor-inline-on = يمكن سؤاله من داخل أي محادثة.
doctor-inline-off = لا يمكن سؤاله من داخل المحادثات. لتغيير ذلك: @BotFather، /setinline.
doctor-polling = يطلب الرسائل من Telegram؛ تنتظر هناك: { $waiting }.
doctor-webhook = يوصل Telegram الرسائل إلى الـ webhook؛ تنتظر هناك: { $waiting }.
doctor-webhook-left = يوصل Telegram الرسائل إلى { $address }، لكن لا webhook مضبوطًا هنا. يزيله البوت حين يبدأ.
doctor-webhook-other = يوصل Telegram الرسائل إلى { $address }، لا إلى NUTSHELL_WEBHOOK_URL. يضبطه البوت حين يبدأ؛ وإن كان يعمل، فسجلّه يبيّن السبب، أو أن برنامجًا ثانيًا يستخدم هذا الرمز.
doctor-webhook-failing = لا يستطيع Telegram إيصال الرسائل إلى الـ webhook: { $said } (تنتظر: { $waiting }). تحقق من أن العنوان يؤدي إلى NUTSHELL_LISTEN، ومن شهادته.
doctor-database = قاعدة البيانات سليمة: الأشخاص { $people }، القراءات { $readings }.
doctor-database-new = لا قاعدة بيانات بعد؛ ينشئ أول تشغيل { $path }.
doctor-database-server = لا يمكن استخدام خادم قاعدة البيانات: { $reason }. تحقق من أنه يعمل، ومن الاسم وكلمة المرور وقاعدة البيانات في NUTSHELL_DATABASE.
doctor-database-refused = لا يمكن فتح قاعدة البيانات { $path }: { $reason }. تحقق من أن الملف ومجلده للمستخدم الذي يشغّل البوت، ومن أن نسخة أحدث لم تعمل عليها.
doctor-database-broken = قاعدة البيانات تالفة: { $reason }. أوقف البوت واستعد آخر نسخة (backup FILE).
doctor-disk = في القرص مساحة: { $free } ج.ب.
doctor-disk-full = القرص يكاد يمتلئ: بقي { $free } ج.ب. أفسح مكانًا، أو انقل قاعدة البيانات (NUTSHELL_DATABASE).
doctor-data = كل ما تحتاجه القراءة مثبّت.
doctor-data-missing = لا يمكن قراءة نص كما ينبغي: { $reason }. ثبّت البرنامج من جديد مع متطلباته.
doctor-web = يمكن جلب الصفحات.
doctor-web-unreachable = لا يمكن جلب { $page } ({ $reason }). تحقق من خدمة الأسماء والجدار الناري، ومن NUTSHELL_PROXY إن وُجد.
