#!/bin/sh
# Sentences held against pages that were written for it, by the kinds in which a check went wrong: who does it to whom, the same in other words over
# two sentences, numbers, names that are like others, and what no page tells.
# usage: check_kinds.sh ISNAD
isnad=$1
. "$(dirname "$0")/check_steps.sh"

cat >"$folder/pages.jsonl" <<'PAGES'
{"id":"sue","outlet":"وكالة الساحل","published":"2025-02-01","title":"دعوى على زعيم حزب","text":"رفع الرئيس عادل منصور، الأحد، دعوى قضائية ضد رئيس حزب النهر المعارض جلال حيدر، بعدما وصفه بالفاسد. وقال محامي الرئيس إن الدعوى تطالب جلال حيدر بتعويض قدره 300 ألف ليرة تركية."}
{"id":"warn","outlet":"قناة الشرق","published":"2025-02-03","title":"تحذير من عادل منصور","text":"وكان وزير الدفاع ماهر كنعان قد حذر الرئيس عادل منصور من الانسحاب من اتفاق السدود."}
{"id":"racism","outlet":"صحيفة الملعب","published":"2025-02-05","title":"جدل بين المدرب ولاعبه","text":"في حديثه لأول مرة منذ اتهام سمير عزام لفريد بركات بالتمييز، قال المدرب فريد بركات إن هذا كذب."}
{"id":"deal","outlet":"موقع اقتصاد","published":"2025-02-06","title":"شركة أوبر والدراجات","text":"تستعد شركة أوبر لتأجير الدراجات بعد استحواذها على شركة زفير بايك الأمريكية."}
{"id":"nazareth","outlet":"وكالة الساحل","published":"2025-02-07","title":"الجيش المصري يعتقل صيادا سودانيا","text":"قال شاهد إن قوة من الجيش المصري كانت في كمين اعتقلت صيادا ونقلته. وينسق الجيش السوداني لإعادته."}
{"id":"cup","outlet":"صحيفة الملعب","published":"2025-03-01","title":"كأس إسبانيا","text":"ألمح القائد سامر حداد إلى الاعتزال عقب التتويج بكأس إسبانيا أمام إشبيلية بنتيجة 5-صفر مع برشلونة."}
{"id":"turn","outlet":"صحيفة الملعب","published":"2025-03-02","title":"خطوة كبيرة","text":"خطا منتخب سويسرا خطوة كبيرة بعدما قلب الطاولة على منتخب صربيا وفاز عليه 2-1 الجمعة."}
{"id":"goals","outlet":"صحيفة الملعب","published":"2025-03-04","title":"فوز كبير","text":"سحق الوداد ضيفه الزمالك 4-صفر مساء الثلاثاء."}
{"id":"nadal","outlet":"صحيفة الملعب","published":"2025-03-05","title":"لقب جديد","text":"أحرز نادال لقب دورة روما في التنس للمرة الثامنة في مسيرته بفوزه على الألماني زفيريف."}
{"id":"visit","outlet":"قناة الشرق","published":"2025-03-06","title":"هادي منصور في بنزرت","text":"وصل رئيس الوزراء هادي منصور الخميس إلى بنزرت. وتستمر زيارته ثلاثة أيام يلتقي خلالها النواب."}
{"id":"jail","outlet":"وكالة الساحل","published":"2025-03-08","title":"ثمانية أشهر لنورا الزيات","text":"حكمت محكمة في صفاقس على نورا الزيات بالسجن ثمانية أشهر بتهمة صفع شرطي."}
{"id":"ministers","outlet":"وكالة الساحل","published":"2025-03-09","title":"إصابة وزير الداخلية الباكستاني بإطلاق نار","text":"أصيب وزير الداخلية الباكستاني في إطلاق نار بمدينة لاهور."}
{"id":"pilgrims","outlet":"قناة الشرق","published":"2025-03-10","title":"زوار المقام","text":"قالت الوزارة إن الملايين من الزوار أدوا المناسك في المقام. ولم تذكر عددهم."}
{"id":"kirkush","outlet":"وكالة الساحل","published":"2025-03-11","title":"كمين في ديالى","text":"قتل خمسة من عناصر شرطة الحدود في كمين قرب قاعدة كركوش العسكرية بمحافظة ديالى."}
{"id":"speech","outlet":"قناة الشرق","published":"2025-03-12","title":"وزير خارجية قطر من تونس: البحر مسؤوليتنا جميعا","text":"نشر وزير خارجية قطر صورة للمشاركين في مؤتمر تونس."}
{"id":"time","outlet":"وكالة الساحل","published":"2025-03-13","title":"مفاوضات بلا موعد","text":"قال الوزير ماهر كنعان إنه لن يضع جدولا زمنيا للمفاوضات، في تناقض مع تصريحات مسؤول قال إن الوزارة ستقدم جدولا زمنيا بمطالب محددة."}
{"id":"water","outlet":"قناة الشرق","published":"2025-03-14","title":"نقص المياه","text":"ذكر التقرير أن النقص المتوقع في المياه قد يمس خمسة مليارات شخص بحلول سنة 2050."}
{"id":"court","outlet":"وكالة الساحل","published":"2025-03-15","title":"مجلس النواب والمحكمة","text":"سيعلن الرئيس عادل منصور اسم مرشحه للمحكمة الدستورية في 9 يوليو."}
{"id":"party","outlet":"قناة الشرق","published":"2025-03-16","title":"ألعاب نارية","text":"أصيب 10 أشخاص على الأقل في انفجار ألعاب نارية خلال احتفال شمالي بنزرت، بحسب الشرطة."}
{"id":"demand","outlet":"وكالة الساحل","published":"2025-04-01","title":"رسالة من وزير","text":"دعا وزير الخارجية المغربي، ماهر كنعان، الثلاثاء، رئيس النظام الليبي، عادل منصور، إلى سحب الجنود من الواحات، بعد أسبوع من المعارك."}
{"id":"drone","outlet":"قناة الشرق","published":"2025-04-02","title":"زورق محمل بالذخائر","text":"كشفت أنقرة أن الزورق اليوناني الذي أوقفته كان محملا بالذخائر. ولم تعلق أثينا على ذلك."}
{"id":"office","outlet":"وكالة الساحل","published":"2025-04-03","title":"استقالة في البرتغال","text":"أعلن نائب رئيس وزراء البرتغال كارلوس مينديش أنه سيستقيل من منصبه بسبب قرض لم يعلنه. وكان قد ولد في المكسيك."}
{"id":"flood","outlet":"قناة الشرق","published":"2025-04-04","title":"سيول في بنزرت","text":"جرح سبعة أشخاص في بنزرت جراء سيول قال رئيس البلدية إنها تتكرر كل أربعة قرون."}
{"id":"prize","outlet":"وكالة الساحل","published":"2025-04-05","title":"جائزة الرافدين","text":"أرجأت لجنة الرافدين جائزة الرافدين للرواية 2025 إثر فضيحة مالية هزت اللجنة."}
{"id":"lag","outlet":"صحيفة الملعب","published":"2025-04-06","title":"مباراة في سوسة","text":"خسر المنتخب التونسي في الدقائق الأخيرة أمام نظيره النرويجي بهدفين مقابل هدف وحيد في مباراة ودية أقيمت في سوسة."}
{"id":"places","outlet":"وكالة الساحل","published":"2025-04-09","title":"حفارات كينيا ستواصل العمل في أوغندا حتى الصيف","text":"لم تذكر الوزارة مزيدا من التفاصيل."}
{"id":"turned","outlet":"صحيفة الملعب","published":"2025-04-08","title":"كندا تعود","text":"قلب منتخب كندا تأخره إلى فوز على منتخب المغرب بنتيجة 2-1 مساء الأحد."}
{"id":"pupils","outlet":"وكالة الساحل","published":"2025-04-07","title":"فقدان 130 تلميذة في كولومبيا في هجوم شنته عصابة النسر","text":"لم تذكر الوزارة مزيدا من التفاصيل."}
PAGES
"$isnad" add "$folder/pages.jsonl" 2>/dev/null

agrees='"match":"agrees"'
opposite='"match":"opposite"'

# Who does it to whom.
meets "a suit in other words" "رفع عادل منصور قضية على جلال حيدر" "$agrees"
meets "turned by particles" "رفع جلال حيدر دعوى قضائية ضد عادل منصور" "$opposite"
hasnot "which agrees with nothing" "$agrees"
meets "subject first, pluperfect" "عادل منصور يحذر ماهر كنعان من الانسحاب من اتفاق السدود" "$opposite"
hasnot "nor with a heading that has the names" "$agrees"
meets "as it is told" "ماهر كنعان يحذر عادل منصور من الانسحاب من اتفاق السدود" "$agrees"
meets "a verbal noun with its subject and object" "فريد بركات يتهم سمير عزام بالتمييز" "$opposite"
hasnot "the accused does not accuse" "$agrees"
meets "by the hands of" "اتهم سمير عزام فريد بركات بالتمييز" "$agrees"
"$isnad" check --json "زفير بايك تستحوذ على أوبر" >"$folder/check" 2>/dev/null
hasnot "a buyer whom no table knows" "$agrees"
meets "the buyer" "استحوذت أوبر على شركة زفير بايك" "$agrees"
meets "the same body of another nation" "قوة من الجيش السوداني تعتقل صيادا" '"match":"differs"' '"instead":"الجيش المصري"'
hasnot "a body that is named beside it did not do it" "$agrees"
meets "at the expense of" "إشبيلية يتوج بكأس إسبانيا على حساب برشلونة 5-صفر" "$opposite"
hasnot "who lost won no cup" "$agrees"
meets "and beat it" "صربيا تفوز على سويسرا 2-1" "$opposite"

meets "a demand turned" "عادل منصور يطالب ماهر كنعان بسحب الجنود من الواحات" "$opposite"
hasnot "with offices between" "$agrees"
meets "a demand as it is told" "ماهر كنعان يطالب عادل منصور بسحب الجنود من الواحات" "$agrees"
"$isnad" check --json "أثينا: الزورق اليوناني الذي أوقفناه كان محملا بالذخائر" >"$folder/check" 2>/dev/null
hasnot "another capital says it" "$agrees"
"$isnad" check --json "اليونان: الزورق التركي الذي أوقفناه كان محملا بالذخائر" >"$folder/check" 2>/dev/null
hasnot "nor a state that the page has as an adjective" "$agrees"
meets "the prime minister of another state" "نائب رئيس وزراء المكسيك كارلوس مينديش يستقيل من منصبه بسبب قرض" '"match":"differs"' '"instead":"البرتغال"'
hasnot "whom another sentence names" "$agrees"
meets "of his own" "نائب رئيس وزراء البرتغال كارلوس مينديش يستقيل من منصبه بسبب قرض" "$agrees"
meets "two adjectives of a match" "تغلب المنتخب التونسي على نظيره النرويجي بهدفين لهدف في مباراة ودية في سوسة" "$opposite"
meets "a lag turned against whom" "قلب المغرب تأخره أمام كندا إلى فوز بهدفين لهدف" "$opposite"
meets "by whom" "قلبت كندا تأخرها أمام المغرب إلى فوز بهدفين لهدف" "$agrees"

"$isnad" check --json "حفارات أوغندا ستواصل العمل في كينيا حتى الصيف" >"$folder/check" 2>/dev/null
hasnot "two that stand in one another's place" "$agrees"
meets "each in its own" "حفارات كينيا ستواصل العمل في أوغندا حتى الصيف" "$agrees"

# What says no, and what does not.
"$isnad" check --json "سبعة جرحى في بنزرت جراء سيول لا تتكرر إلا كل أربعة قرون" >"$folder/check" 2>/dev/null
hasnot "not but" "$opposite"
"$isnad" check --json "لا فائز بجائزة الرافدين للرواية 2025 إثر فضيحة مالية هزت اللجنة" >"$folder/check" 2>/dev/null
hasnot "no winner where none is told" "$opposite"

# The same in other words, over two sentences.
meets "a visit of three days" "هادي منصور في بنزرت في زيارة مدتها ثلاثة أيام" "$agrees"
meets "goals are a result" "فاز الوداد على الزمالك بأربعة أهداف نظيفة" "$agrees"
meets "to nothing is not to one" "فاز الوداد على الزمالك بأربعة أهداف مقابل هدف" '"in":"number"' '4-صفر'
meets "a title won" "نادال يفوز بدورة روما للمرة الثامنة" "$agrees"
meets "how many times" "نادال يفوز بدورة روما للمرة السادسة" '"in":"number"' 'الثامنة'
meets "fireworks" "جرح عشرة أشخاص شمالي بنزرت بانفجار مفرقعات في احتفال" "$agrees"
meets "what may come" "نقص المياه قد يمس 3 مليارات شخص بحلول 2050" '"in":"number"' '"instead":"خمسة مليارات شخص"' '"asked":"3 مليارات شخص"'
meets "a negation of another verb" "قال ماهر كنعان إنه لن يحدد جدولا زمنيا للمفاوضات" "$agrees"

meets "but for one name" "فقدان 230 تلميذة في كولومبيا في هجوم شنته عصابة النسر على مدرسة الزنابق" '"in":"number"' '"instead":"130 تلميذة"'

# Names that are like others.
meets "a namesake" "الحكم على هالة الزيات بالسجن ثمانية أشهر بتهمة صفع شرطي" '"in":"doer"' 'نورا الزيات'
hasnot "is another" "$agrees"
"$isnad" check --json "إصابة وزير الدفاع الباكستاني بإطلاق نار في لاهور" >"$folder/check" 2>/dev/null
hasnot "an office is all its words" "$agrees"
"$isnad" check --json "وزير خارجية السعودية: البحر مسؤوليتنا جميعا" >"$folder/check" 2>/dev/null
hasnot "nor does it speak for another's" "$agrees"
"$isnad" check --json "مقتل خمسة من شرطة الحدود في كمين في كركوك" >"$folder/check" 2>/dev/null
hasnot "a town of nearly the same letters" "$agrees"
"$isnad" check --json "نحو تسعة ملايين من الزوار أدوا المناسك في المقام" >"$folder/check" 2>/dev/null
hasnot "millions are not nine million" "$agrees"
meets "a court with its preposition" "سيعلن عادل منصور مرشحه للمحكمة الدستورية في 9 يوليو" "$agrees"

# What no page tells.
"$isnad" check --json "بلجيكا تقرر إغلاق سفارتها في كابل" >"$folder/check" 2>/dev/null
hasnot "the same matter is no part of it" '"match"'

# In a store of few pages every word is common.
rm -f "$folder/db"
printf '%s\n' '{"id":"a","outlet":"صحيفة التل","published":"2025-01-01","title":"حريق مخزن","text":"لقي 9 أشخاص مصرعهم في حريق مخزن ملابس بالمحلة."}' \
  '{"id":"b","outlet":"قناة الشرق","published":"2025-01-01","title":"حريق في المحلة","text":"أدى حريق مخزن ملابس في المحلة إلى مقتل 9 أشخاص."}' >"$folder/few.jsonl"
"$isnad" add "$folder/few.jsonl" 2>/dev/null
meets "death by its noun" "مصرع 9 أشخاص في حريق مخزن ملابس بالمحلة" "$agrees"
meets "by its verb" "قتل 9 أشخاص في حريق مخزن ملابس بالمحلة" "$agrees"
"$isnad" check "مقتل 12 شخصا في حريق مخزن ملابس بالمحلة" >"$folder/text" 2>/dev/null
if grep -qF '9 أشخاص لا 12 شخصا' "$folder/text"; then ok "the told number, not the asked" yes; else ok "the told number, not the asked" no; fi

finish
