#!/bin/sh
# Sentences looked up in a store of small pages that were written for it: the right story, the speaker, the doer, the denial, the day, and no heaps.
# usage: check.sh ISNAD
isnad=$1
. "$(dirname "$0")/check_steps.sh"

cat >"$folder/pages.jsonl" <<'PAGES'
{"id":"wydad","outlet":"صحيفة الملعب","published":"2025-03-02","title":"الوداد يفوز على الزمالك","text":"فاز الوداد على الزمالك 2-1 مساء الأحد في الدار البيضاء ضمن دوري الأبطال."}
{"id":"raja","outlet":"صحيفة الملعب","published":"2025-04-20","title":"الرجاء يتعادل مع الزمالك","text":"تعادل الرجاء مع الزمالك 0-0 في بث مباشر من القاهرة، وسدد الفريقان 14 مرة."}
{"id":"sudan","outlet":"صحيفة الملعب","published":"2025-07-05","title":"السودان في الدور الثاني","text":"فاز السودان على موريتانيا 4-0 مساء السبت. وكان السودان قد فاز على النيجر 2-1 في مباراته الأولى."}
{"id":"haddad","outlet":"موقع الكرة اليوم","published":"2025-05-04","title":"الحداد يتحدث عن التبديلات","text":"قال المدرب سالم الحداد: \"لم أكن راضيا عن التبديلات في الشوط الثاني، لكن الأخطاء تحدث، وقد تعلمت منها كثيرا، وسأشرح ذلك للاعبين غدا في التدريب\"."}
{"id":"dialogue","outlet":"وكالة الساحل","published":"2025-01-11","title":"الوزير والحوار","text":"قال وزير الشباب منصور البكري إن من رفض الحوار أمس سيرفضه غدا، ودعا إلى الصبر."}
{"id":"leak","outlet":"وكالة الساحل","published":"2025-02-03","title":"بيانات شركة أفق","text":"نفت شركة أفق للاتصالات تسريب بيانات المشتركين، وقالت إن أنظمتها لم تتعرض لشيء."}
{"id":"truce","outlet":"وكالة الساحل","published":"2025-02-17","title":"لا هدنة في جوبا","text":"نفى مسؤولون في جوبا أنباء عن هدنة مع المتمردين، وأكدوا أن القتال مستمر."}
{"id":"kaabi","outlet":"صحيفة الملعب","published":"2025-06-01","title":"المغرب وتونس","text":"سجل أيوب الكعبي هدفين وصنع أشرف حكيمي هدفا أمام تونس في مباراة ودية بفاس."}
{"id":"doha","outlet":"وكالة الساحل","published":"2025-02-20","title":"مؤتمر المناخ في الدوحة","text":"يعقد مؤتمر المناخ العربي في الدوحة في 9 مارس بمشاركة وزراء البيئة."}
{"id":"dam","outlet":"صحيفة الوادي","published":"2025-08-09","title":"سد العيون","text":"قال رئيس بلدية العيون كريم الطاهري إن سد الغدير آمن تماما ولا خوف منه على السكان. وقال مدير السد فريد منصوري إن ملء سد الغدير يبدأ في الخريف."}
{"id":"king","outlet":"وكالة الساحل","published":"2018-07-30","title":"خطاب العرش","text":"قال العاهل المغربي محمد السادس إن إصلاح التعليم مستمر حتى نهايته."}
{"id":"tea1","outlet":"صحيفة الوادي","published":"2025-09-01","title":"صادرات الشاي","text":"صدرت كينيا 262 ألف طن من الشاي هذا العام، بحسب وزارة الزراعة الكينية."}
{"id":"tea2","outlet":"موقع اقتصاد","published":"2025-11-15","title":"كينيا والشاي والمناخ","text":"تخشى كينيا الجفاف. وصدرت كينيا 262 ألف طن من الشاي هذا العام، بحسب وزارة الزراعة الكينية. ويعيش على الشاي ملايين المزارعين."}
{"id":"train","outlet":"صحيفة الوادي","published":"2025-10-05","title":"الوزيرة تصل بالقطار","text":"وصلت وزيرة النقل ليلى الراشدي إلى مدينة بنزرت على متن قطار قديم، ولوحت للأهالي من النافذة."}
{"id":"drones","outlet":"وكالة الساحل","published":"2025-09-20","title":"مسيرات فوق الحدود","text":"أسقطت الدفاعات الجوية الروسية 99 طائرة مسيرة أوكرانية خلال الليل."}
{"id":"rate","outlet":"موقع اقتصاد","published":"2025-10-10","title":"سعر الفائدة","text":"رفع البنك المركزي التونسي سعر الفائدة الرئيسي بعد اجتماع مجلسه يوم الخميس."}
{"id":"rumour","outlet":"وكالة الساحل","published":"2025-03-19","title":"البلدية ترد","text":"قال ناطق بلدية رأس العين سامر نوفل إن كل الأنباء عن وفاة العمدة جلال حيدر إشاعات مغرضة يراد بها إرباك السكان."}
{"id":"hotline","outlet":"صحيفة الوادي","published":"2025-03-13","title":"بنزرت تخصص خطا هاتفيا","text":"خصصت بلدية بنزرت الثلاثاء خطا هاتفيا لتلقي بلاغات السكان بشأن أي أخبار كاذبة وشائعات تلحق الضرر بهم. وقالت البلدية إن الخط يعمل طوال اليوم."}
{"id":"nonsense","outlet":"وكالة الساحل","published":"2025-03-14","title":"الوزير يرد","text":"وصف وزير الخارجية نبيل سعيد اتهامات تورط بلاده في تسميم الصحفي كريم حداد بأنها هراء. وكانت الحكومة استدعت السفير."}
{"id":"humane","outlet":"وكالة الساحل","published":"2025-05-11","title":"عادل منصور يأمر بهدنة","text":"أمر الرئيس عادل منصور بهدنة إنسانية يومية في حي النور تبدأ الثلاثاء. وقال وزير الداخلية ماهر كنعان إن حكومته ستضغط لإقرار هدنة إنسانية يومية مماثلة في حي النور."}
{"id":"dialect","outlet":"صحيفة الوادي","published":"2025-05-12","title":"جدل اللهجة","text":"قال وزير التعليم هاني رشدي إن اللهجة لا تنتمي إلى المدرسة. وردت رئيسة الوزراء ميسون عبود قائلة إن اللهجة تنتمي إلى المدرسة كما تنتمي إلى البيت."}
{"id":"quake","outlet":"قناة الشرق","published":"2025-06-18","title":"قتيلان بزلزال في أغادير","text":"ضرب زلزال قوي مدينة أغادير جنوب المغرب الاثنين مسفرا عن مقتل شخصين وإصابة عشرين آخرين، بحسب السلطات."}
{"id":"tree","outlet":"قناة الشرق","published":"2025-03-30","title":"يوم الشجرة","text":"يحيي اللبنانيون الذكرى 42 ليوم الشجرة بمسيرات وبزراعة الأرز في بيروت."}
{"id":"tree2","outlet":"موقع اقتصاد","published":"2025-03-30","title":"ما هو يوم الشجرة","text":"يوم الشجرة هو يوم يحييه اللبنانيون كل عام، ويزرعون فيه الأرز."}
{"id":"draw","outlet":"صحيفة الملعب","published":"2025-06-26","title":"تعادل تونس والسنغال","text":"تعادلت تونس والسنغال صفر-صفر الجمعة في الجولة الأخيرة. وكانت السنغال تعادلت 1-1 مع مالي في الجولة الماضية."}
{"id":"rockets","outlet":"وكالة الساحل","published":"2025-03-26","title":"اعتراض 7 صواريخ","text":"قال العقيد ماهر شداد إن الدفاع الجوي اعترض 7 صواريخ أطلقت من الجبل."}
{"id":"rocket","outlet":"قناة الشرق","published":"2025-03-31","title":"اعتراض صاروخ","text":"أعلن العقيد ماهر شداد اعتراض صاروخ أطلق من الجبل مساء الخميس."}
{"id":"envoys","outlet":"قناة الشرق","published":"2025-05-27","title":"وفد يصل","text":"وترأس السفير سليم كرم الوفد المغربي الذي وصل إلى طرابلس لإجراء مباحثات مع مسؤولين ليبيين."}
{"id":"mail","outlet":"موقع اقتصاد","published":"2025-04-25","title":"خصائص Gmail","text":"تضيف شركة غوغل إلى Gmail رسائل يمكنها الاختفاء، وزر غفوة للرسائل."}
{"id":"trainer1","outlet":"صحيفة الملعب","published":"2025-04-24","title":"رحيل المدرب فؤاد بركات","text":"رحل المدرب فؤاد بركات عن عمر ناهز سبعين عاما في بنزرت."}
{"id":"trainer2","outlet":"قناة الشرق","published":"2025-04-24","title":"وفاة المدرب فؤاد بركات","text":"توفي المدرب فؤاد بركات في بنزرت عن 70 عاما بعد مرض، وكان قد درب أندية كثيرة."}
{"id":"office","outlet":"وكالة الساحل","published":"2025-04-09","title":"الشرطة في مكتب المحامي","text":"داهم عناصر الشرطة مكتب المحامي رامي عطية في صفاقس وصادروا وثائق."}
{"id":"bus","outlet":"وكالة الساحل","published":"2025-04-07","title":"حافلة","text":"قتل 14 شخصا وأصيب 9 عندما اصطدمت حافلة بشاحنة قرب القيروان."}
{"id":"parade","outlet":"قناة الشرق","published":"2025-03-10","title":"عرض بلا دبابات","text":"ذكرت مذكرة أن العرض العسكري في بنزرت لن يتضمن دبابات. وأضافت المذكرة أن العرض العسكري سيتضمن عربات فقط."}
PAGES
"$isnad" add "$folder/pages.jsonl" 2>/dev/null

# The right story, and no other match.
meets "the match that is named answers" "فاز الوداد على الزمالك 2-1" '"match":"agrees"' '"measure":"score"'
hasnot "another match says nothing of it" '"min":0,"max":0'
meets "who lost did not win" "فاز الزمالك على الوداد 2-1" '"match":"differs"' '"in":"doer"'
hasnot "and nothing agrees" '"match":"agrees"'

meets "the match itself" "فاز السودان على موريتانيا 4-0" '"match":"agrees"' '"measure":"score"'
meets "the result of another match in the report" "فاز السودان على موريتانيا 2-1" '"in":"number"' '4-0'
hasnot "is not its result" '"match":"agrees"'

# A short question finds a long statement, in the third person too.
meets "the head of a long statement" "قال المدرب سالم الحداد إنه لم يكن راضيا عن التبديلات" '"match":"agrees"' '"kind":"statement"'
meets "and its opposite" "قال المدرب سالم الحداد إنه كان راضيا عن التبديلات" '"match":"opposite"'

# Denials: by the verb that governs, wherever the subject stands.
meets "who refuses is only described" "قال وزير الشباب منصور البكري إن من رفض الحوار أمس سيرفضه غدا" '"match":"agrees"'
hasnot "that is no opposite of itself" '"match":"opposite"'
meets "a denial with its subject first" "شركة أفق للاتصالات تنفي تسريب بيانات المشتركين" '"match":"agrees"'
meets "what is denied" "شركة أفق للاتصالات تؤكد تسريب بيانات المشتركين" '"match":"opposite"'
meets "news that are denied" "مسؤولون في جوبا يؤكدون وجود هدنة مع المتمردين" '"match":"opposite"'
meets "the opposite word" "خفض البنك المركزي التونسي سعر الفائدة الرئيسي" '"match":"opposite"'

meets "news that are called rumours" "أكد ناطق بلدية رأس العين سامر نوفل وفاة العمدة جلال حيدر" '"match":"opposite"'
hasnot "and agree with nobody" '"match":"agrees"'

# Agreement is of every name, number and day.
meets "the scorer" "سجل أيوب الكعبي هدفين أمام تونس" '"match":"agrees"'
meets "not the one who passed" "سجل أشرف حكيمي هدفين أمام تونس" '"match":"differs"' '"instead":"أيوب الكعبي"'
hasnot "nothing agrees that he scored" '"match":"agrees"'
meets "another day" "يعقد مؤتمر المناخ العربي في الدوحة في 19 مارس" '"match":"differs"' '"in":"day"' '9 مارس'
meets "another place" "يعقد مؤتمر المناخ العربي في الكويت في 9 مارس" '"in":"place"' '"instead":"الدوحة"'
meets "the sides changed" "أسقطت الدفاعات الجوية الأوكرانية 99 طائرة مسيرة روسية" '"in":"nation"'
hasnot "which agrees with nothing" '"match":"agrees"'

# What rejects, and what only has such a word.
meets "a number for reports of false news" "بلدية بنزرت تخصص خطا هاتفيا لتلقي بلاغات عن الأخبار الكاذبة" '"match":"agrees"'
hasnot "is no denial" '"match":"opposite"'
meets "what is called nonsense" "نبيل سعيد يعترف بتورط بلاده في تسميم الصحفي كريم حداد" '"match":"opposite"'
hasnot "is not admitted" '"match":"agrees"'
meets "nor confirmed" "نبيل سعيد يؤكد تورط بلاده في تسميم الصحفي كريم حداد" '"match":"opposite"'
meets "a parade without tanks" "العرض العسكري في بنزرت سيتضمن دبابات" '"match":"opposite"'
hasnot "though another sentence has its words" '"match":"agrees"'

# Who does it: the subject of the same verb.
meets "another gave the order" "أمر ماهر كنعان بهدنة إنسانية يومية في حي النور" '"match":"differs"' 'عادل منصور'
hasnot "who will press for it did not" '"match":"agrees"'
meets "another said it" "ميسون عبود: اللهجة لا تنتمي إلى المدرسة" '"in":"speaker","instead":"هاني رشدي"'
hasnot "and what she says is the reverse" '"match":"agrees"'
meets "whose office it was" "داهم عناصر الشرطة مكتب المحامي وليد ناصر في صفاقس" '"match":"differs"' 'رامي عطية'
hasnot "which was not his" '"match":"agrees"'

# Where: a capital is a town where it does not act.
meets "another town of the country" "ضرب زلزال قوي مدينة الرباط وقتل شخصين" '"match":"differs"' '"in":"place"' 'أغادير'
hasnot "which does not agree" '"match":"agrees"'

# Every number and rank.
meets "another jubilee" "يحيي اللبنانيون الذكرى 52 ليوم الشجرة" '"match":"differs"' '"in":"number"' 'الذكرى 42'
hasnot "which no report keeps" '"match":"agrees"'
meets "the result of the two" "تعادلت تونس والسنغال 1-1" '"in":"number"' 'صفر-صفر'
hasnot "not that of a third" '"match":"agrees"'
meets "seven rockets" "العقيد ماهر شداد: اعترضنا 7 صواريخ أطلقت من الجبل" '"match":"agrees"' '"measure":"count"'
meets "another toll" "قتل 24 شخصا وأصيب 9 عندما اصطدمت حافلة بشاحنة قرب القيروان" '"in":"number"' '14 شخصا'

# The same in other words.
meets "who headed it" "وصل وفد مغربي برئاسة سليم كرم إلى طرابلس" '"match":"agrees"'
meets "a name in Latin letters" "غوغل تضيف إلى جيميل رسائل تختفي وزر غفوة" '"match":"agrees"'
meets "all reports that tell it" "توفي المدرب فؤاد بركات في بنزرت عن 70 عاما" '"match":"agrees"' 'صحيفة الملعب' '"more"'

# Another said it.
meets "another speaker" "قال مدير السد فريد منصوري إن سد الغدير آمن تماما" '"match":"differs"' '"in":"speaker","instead":"كريم الطاهري"'

# The bearer of an office is the man.
meets "the king by his office" "قال ملك المغرب إن إصلاح التعليم مستمر" '"match":"agrees"'

# What is only narrated.
meets "a sentence of a report" "وصلت ليلى الراشدي إلى بنزرت بالقطار" '"match":"agrees"' '"passage"'
meets "which is not said so" "وصلت ليلى الراشدي إلى بنزرت بالطائرة" '"match":"near"' 'بالطائرة'

# One figure of one claimant in two stories is one answer.
meets "a figure that two stories repeat" "صدرت كينيا 262 ألف طن من الشاي" '"match":"agrees"' '"elsewhere":1'

# The frame is Arabic, and English when asked for.
"$isnad" check "فاز الزمالك على الوداد 2-1" >"$folder/text" 2>/dev/null
if grep -qF 'يخالفه في الاسم: الوداد' "$folder/text"; then ok "in what it differs" yes; else ok "in what it differs" no; fi
"$isnad" check "أعلن حاكم المريخ زيادة الضرائب على القمر" >/dev/null 2>"$folder/said"
if [ $? = 1 ] && grep -qF 'لا شيء في المخزن' "$folder/said"; then ok "nothing, in Arabic" yes; else ok "nothing, in Arabic" no; fi
"$isnad" check --lang en "أعلن حاكم المريخ زيادة الضرائب على القمر" >/dev/null 2>"$folder/said"
if grep -qF 'nothing to hold against' "$folder/said"; then ok "nothing, in English" yes; else ok "nothing, in English" no; fi

finish
