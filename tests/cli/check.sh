#!/bin/sh
# Sentences looked up in a store of small pages that were written for it: the right story, the speaker, the doer, the denial, the day, and no heaps.
# usage: check.sh ISNAD
isnad=$1
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
ok() { if [ "$2" = yes ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "not so: $1"; fi; }

ISNAD_DB=$folder/db
export ISNAD_DB
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
PAGES
"$isnad" add "$folder/pages.jsonl" 2>/dev/null

# meets NAME SENTENCE WORDS...: one answer has all the words.
meets() {
  what=$1
  "$isnad" check --json "$2" >"$folder/check" 2>/dev/null
  shift 2
  cp "$folder/check" "$folder/left"
  for words in "$@"; do
    grep -F -e "$words" "$folder/left" >"$folder/next"
    mv "$folder/next" "$folder/left"
  done
  if [ -s "$folder/left" ]; then ok "$what" yes; else ok "$what" no; fi
}
# hasnot NAME WORDS: no answer to the last sentence has them.
hasnot() { if grep -qF -e "$2" "$folder/check"; then ok "$1" no; else ok "$1" yes; fi; }

# The right story, and no other match.
meets "the match that is named answers" "فاز الوداد على الزمالك 2-1" '"match":"agrees"' '"measure":"score"'
hasnot "another match says nothing of it" '"min":0,"max":0'
meets "who lost did not win" "فاز الزمالك على الوداد 2-1" '"match":"differs"' '"in":"doer"'
hasnot "and nothing agrees" '"match":"agrees"'

meets "the match itself" "فاز السودان على موريتانيا 4-0" '"match":"agrees"' '"measure":"score"'
meets "the result of another match in the report" "فاز السودان على موريتانيا 2-1" '"missing":"السودان"'
hasnot "is not its result" '"match":"agrees"'

# A short question finds a long statement, in the third person too.
meets "the head of a long statement" "قال المدرب سالم الحداد إنه لم يكن راضيا عن التبديلات" '"match":"agrees"' '"kind":"statement"'
meets "and its opposite" "قال المدرب سالم الحداد إنه كان راضيا عن التبديلات" '"match":"opposite"'

# Denials: by the verb that governs, wherever the subject stands.
meets "who refuses is only described" "قال وزير الشباب منصور البكري إن من رفض الحوار أمس سيرفضه غدا" '"match":"agrees"'
hasnot "that is no opposite of itself" '"match":"opposite"'
meets "a denial with its subject first" "شركة أفق للاتصالات تنفي تسريب بيانات المشتركين" '"match":"told"'
meets "what is denied" "شركة أفق للاتصالات تؤكد تسريب بيانات المشتركين" '"match":"untold"'
meets "news that are denied" "مسؤولون في جوبا يؤكدون وجود هدنة مع المتمردين" '"match":"opposite"'
meets "the opposite word" "خفض البنك المركزي التونسي سعر الفائدة الرئيسي" '"match":"untold"'

meets "news that are called rumours" "أكد ناطق بلدية رأس العين سامر نوفل وفاة العمدة جلال حيدر" '"match":"untold"'
hasnot "and agree with nobody" '"match":"agrees"'

# Agreement is of every name, number and day.
meets "the scorer" "سجل أيوب الكعبي هدفين أمام تونس" '"match":"agrees"'
meets "not the one who passed" "سجل أشرف حكيمي هدفين أمام تونس" '"match":"differs"' '"instead":"أيوب الكعبي"'
hasnot "nothing agrees that he scored" '"match":"agrees"'
meets "another day" "يعقد مؤتمر المناخ العربي في الدوحة في 19 مارس" '"match":"differs"' '"in":"day"' '9 مارس'
meets "another place" "يعقد مؤتمر المناخ العربي في الكويت في 9 مارس" '"in":"place"' '"instead":"الدوحة"'
meets "the sides changed" "أسقطت الدفاعات الجوية الأوكرانية 99 طائرة مسيرة روسية" '"in":"nation"'
hasnot "which agrees with nothing" '"match":"agrees"'

# Another said it.
meets "another speaker" "قال مدير السد فريد منصوري إن سد الغدير آمن تماما" '"match":"differs"' '"in":"speaker","instead":"كريم الطاهري"'

# The bearer of an office is the man.
meets "the king by his office" "قال ملك المغرب إن إصلاح التعليم مستمر" '"match":"agrees"'

# What is only narrated.
meets "a sentence of a report" "وصلت ليلى الراشدي إلى بنزرت بالقطار" '"match":"told"' '"passage"'
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

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
