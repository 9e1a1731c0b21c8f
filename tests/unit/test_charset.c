/* Captured bytes of many encodings come back as the text they were made from, with the encoding, the reason, and the place of each character.
 * Sentences are written for the purpose and encoded here. */
#include "../support.h"

#include <iconv.h>

#include "page/charset.h"
#include "page/repair.h"

static const char *const sentences[] = {
    "أعلنت وزارة الصحة اليوم الأربعاء افتتاح مستشفى جديد في المدينة بعد عامين من العمل",
    "قال رئيس البلدية إن أعمال الصيانة في الطريق الساحلي سوف تنتهي قبل نهاية الشهر الحالي",
    "وصل وفد من رجال الأعمال إلى العاصمة لبحث التعاون في مجال النقل والطاقة مع الحكومة",
    "فاز الفريق على ضيفه بهدفين دون رد في المباراة التي جرت مساء الخميس على ملعب الجامعة",
    "حذرت الأرصاد من أمطار غزيرة على المناطق الشمالية ودعت السكان إلى الابتعاد عن مجاري الأودية",
    "ارتفعت أسعار الخبز في الأسواق بعد قرار الحكومة رفع الدعم عن الوقود هذا الأسبوع",
};
enum { SENTENCES = sizeof sentences / sizeof *sentences, ROOM = 8192 };

/* Encodes UTF-8 by iconv, or by the table of an encoding that glibc does not know. */
static isnad_slice encoded(isnad_arena *arena, isnad_slice text, const char *name) {
  uint16_t points[128];
  char *out = isnad_arena_alloc(arena, ROOM);
  uint16_t row = charset_named(name);
  if (row != CHARSET_NONE && charset_rows[row].kind == CHARSET_POINTS) {
    size_t length = 0;
    assert_true(charset_points(points, row));
    for (size_t i = 0; i < text.length; length++) {
      uint8_t lead = (uint8_t)text.bytes[i];
      uint32_t point = lead < 0x80 ? lead : (uint32_t)(lead & 0x1F) << 6 | (uint32_t)((uint8_t)text.bytes[i + 1] & 0x3F);
      i += lead < 0x80 ? 1 : 2;
      unsigned byte = point;
      for (unsigned k = 0; point >= 0x80 && k < 128; k++)
        if (points[k] == point) byte = 0x80 + k;
      out[length] = (char)byte;
    }
    return (isnad_slice){out, length};
  }
  iconv_t by = iconv_open(name, "UTF-8");
  assert_true(by != (iconv_t)-1);
  char *in = (char *)text.bytes, *to = out;
  size_t in_left = text.length, out_left = ROOM;
  assert_int_not_equal(iconv(by, &in, &in_left, &to, &out_left), (size_t)-1);
  iconv(by, NULL, NULL, &to, &out_left);
  iconv_close(by);
  return (isnad_slice){out, ROOM - out_left};
}

static isnad_slice joined(isnad_arena *arena, isnad_slice a, isnad_slice b) {
  char *to = isnad_arena_alloc(arena, a.length + b.length + 1);
  if (a.length > 0) memcpy(to, a.bytes, a.length);
  if (b.length > 0) memcpy(to + a.length, b.bytes, b.length);
  return (isnad_slice){to, a.length + b.length};
}

static void decodes(isnad_slice bytes, const char *content_type, bool markup, isnad_slice text, const char *encoding, const char *basis) {
  isnad_arena *arena = new_arena(0);
  page_decoded out;
  isnad_err err = {0};
  if (page_decode(&out, arena, bytes, isnad_slice_of(content_type), markup, &err) != ISNAD_OK) fail_msg("%s", err.message);
  if (!isnad_slice_equal(out.charset, isnad_slice_of(encoding)) || !isnad_slice_equal(out.basis, isnad_slice_of(basis)))
    fail_msg("%.*s, %.*s; wanted %s, %s for \"%.*s\"", (int)out.charset.length, out.charset.bytes, (int)out.basis.length, out.basis.bytes, encoding,
             basis, (int)text.length, text.bytes);
  assert_slice(out.text, text);
  assert_int_equal(page_valid_length(out.text), out.text.length);
  isnad_arena_free(arena);
}

typedef struct way {
  const char *encoding; /* for iconv or charset_named */
  const char *label;    /* what the transfer says */
  const char *charset, *basis;
} way;

static void arabic_comes_back(void **state) {
  (void)state;
  static const way ways[] = {
      {"UTF-8", NULL, "utf-8", "valid"},
      {"UTF-8", "text/html; charset=windows-1256", "utf-8", "valid"},
      {"CP1256", NULL, "windows-1256", "detected"},
      {"CP1256", "text/html; charset=windows-1256", "windows-1256", "declared"},
      {"CP1256", "text/html; charset=\"CP1256\"", "windows-1256", "declared"},
      {"CP1256", "text/html; charset=utf-8", "windows-1256", "overruled"},
      {"CP1256", "text/html; charset=iso-8859-6", "windows-1256", "overruled"},
      {"CP1256", "text/html; charset=ISO-8859-1", "windows-1256", "overruled"},
      {"CP1256", "text/html; charset=no-such-thing", "windows-1256", "detected"},
      {"ISO-8859-6", NULL, "iso-8859-6", "detected"},
      {"ISO-8859-6", "arabic", "iso-8859-6", "declared"},
      {"ISO-8859-6", "windows-1256", "iso-8859-6", "overruled"},
      {"ISO-8859-6", "text/html; charset=utf-8", "iso-8859-6", "overruled"},
      {"cp720", NULL, "cp720", "detected"},
      {"cp720", "dos-720", "cp720", "declared"},
      {"cp720", "windows-1256", "cp720", "overruled"},
      {"x-mac-arabic", "macarabic", "x-mac-arabic", "declared"},
      {"x-mac-arabic", "windows-1256", NULL, NULL}, /* letters have the same places in iso-8859-6 */
      {"UTF-16LE", NULL, "utf-16le", "pattern"},
      {"UTF-16BE", NULL, "utf-16be", "pattern"},
      {"UTF-16LE", "utf-8", "utf-16le", "pattern"},
  };
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    for (size_t s = 0; s < SENTENCES; s++) {
      isnad_arena *arena = new_arena(0);
      isnad_slice text = isnad_slice_of(sentences[s]), bytes = encoded(arena, text, ways[i].encoding);
      if (ways[i].charset != NULL) {
        decodes(bytes, ways[i].label, false, text, ways[i].charset, ways[i].basis);
      } else {
        page_decoded out;
        assert_int_equal(page_decode(&out, arena, bytes, isnad_slice_of(ways[i].label), false, NULL), ISNAD_OK);
        assert_slice(out.text, text);
      }
      isnad_arena_free(arena);
    }
  }
}

static void marks_tell(void **state) {
  (void)state;
  for (size_t s = 0; s < SENTENCES; s++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text = isnad_slice_of(sentences[s]);
    decodes(joined(arena, S("\xEF\xBB\xBF"), text), "windows-1256", false, text, "utf-8", "bom");
    decodes(joined(arena, S("\xFF\xFE"), encoded(arena, text, "UTF-16LE")), NULL, false, text, "utf-16le", "bom");
    decodes(joined(arena, S("\xFE\xFF"), encoded(arena, text, "UTF-16BE")), "utf-8", true, text, "utf-16be", "bom");
    isnad_arena_free(arena);
  }
}

static void pages_name_their_encoding(void **state) {
  (void)state;
  static const struct {
    const char *head, *encoding, *charset, *basis;
  } pages[] = {
      {"<meta charset=windows-1256><p>", "CP1256", "windows-1256", "declared"},
      {"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\"><p>", "CP1256", "windows-1256", "declared"},
      {"<meta content='text/html;CHARSET = \"Windows-1256\"' http-equiv=content-type><p>", "CP1256", "windows-1256", "declared"},
      {"<script>var a = '<meta charset=koi8-r>';</script><meta charset=windows-1256><p>", "CP1256", "windows-1256", "declared"},
      {"<!-- <meta charset=koi8-r> --><meta charset=windows-1256><p>", "CP1256", "windows-1256", "declared"},
      {"<?xml version=\"1.0\" encoding=\"windows-1256\"?><html><p>", "CP1256", "windows-1256", "declared"},
      {"<meta charset=utf-8><p>", "CP1256", "windows-1256", "overruled"},
      {"<meta charset=utf-16><p>", "CP1256", "windows-1256", "overruled"},
      {"<meta charset=ISO-8859-1><p>", "CP1256", "windows-1256", "overruled"},
      {"<meta charset=windows-1256><p>", "ISO-8859-6", "iso-8859-6", "overruled"},
      {"<meta charset=windows-1256><p>", "UTF-8", "utf-8", "valid"},
      {"<p>", "CP1256", "windows-1256", "detected"},
      {"<!DOCTYPE html><html dir=rtl><p>", "UTF-16LE", "utf-16le", "pattern"},
  };
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text = joined(arena, isnad_slice_of(pages[i].head), isnad_slice_of(sentences[i % SENTENCES]));
    decodes(encoded(arena, text, pages[i].encoding), NULL, true, text, pages[i].charset, pages[i].basis);
    isnad_arena_free(arena);
  }
}

static void other_languages_come_back(void **state) {
  (void)state;
  static const struct {
    const char *text, *encoding, *label, *charset, *basis;
  } cases[] = {
      {"Le préfet a annoncé l’ouverture d’un nouvel hôpital à côté de la gare", "CP1252", "iso-8859-1", "windows-1252", "declared"},
      {"Die Bürgermeisterin eröffnete das größte Krankenhaus der Region", "CP1252", "text/html; charset=windows-1252", "windows-1252", "declared"},
      {"Мэр города открыл новую больницу после двух лет строительства", "CP1251", "windows-1251", "windows-1251", "declared"},
      {"Мэр города открыл новую больницу после двух лет строительства", "CP1251", NULL, "windows-1251", "detected"},
      {"Мэр города открыл новую больницу после двух лет строительства", "CP1251", "iso-8859-1", "windows-1251", "overruled"},
      {"Мэр города открыл новую больницу после двух лет строительства", "KOI8-R", "koi8-r", "koi8-r", "declared"},
      {"Ο δήμαρχος εγκαινίασε το νέο νοσοκομείο της πόλης", "CP1253", "windows-1253", "windows-1253", "declared"},
      {"ראש העיר פתח בית חולים חדש אחרי שנתיים של עבודה", "CP1255", "windows-1255", "windows-1255", "declared"},
      {"Belediye başkanı iki yıl süren çalışmanın ardından yeni hastaneyi açtı", "CP1254", "iso-8859-9", "windows-1254", "declared"},
      {"市长今天宣布新医院经过两年建设后正式开放", "GB18030", "gb2312", "gbk", "declared"},
      {"市長今天宣布新醫院經過兩年建設後正式開放", "BIG5", "big5", "big5", "declared"},
      {"市長は二年間の工事を経て新しい病院を開いた", "CP932", "shift_jis", "shift_jis", "declared"},
      {"市長は二年間の工事を経て新しい病院を開いた", "EUC-JP", "euc-jp", "euc-jp", "declared"},
      {"市長は新しい病院を開いた", "ISO-2022-JP", "iso-2022-jp", "iso-2022-jp", "declared"},
      {"시장은 이 년 공사 끝에 새 병원을 열었다", "CP949", "euc-kr", "euc-kr", "declared"},
      {"في عام ٢٠٢٥ وصل ١٤٠ راكباً إلى الميناء پ", "x-mac-arabic", NULL, "x-mac-arabic", "detected"},
      {"plain words", "ASCII", "windows-1256", "utf-8", "valid"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text = isnad_slice_of(cases[i].text);
    decodes(encoded(arena, text, cases[i].encoding), cases[i].label, false, text, cases[i].charset, cases[i].basis);
    isnad_arena_free(arena);
  }
}

static void broken_utf8_is_mended(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  isnad_slice text = isnad_slice_of(sentences[0]), mark = S("\xEF\xBF\xBD");
  isnad_slice head = {text.bytes + 1, text.length - 1}, tail = {text.bytes, text.length - 1};
  decodes(head, NULL, false, joined(arena, mark, (isnad_slice){text.bytes + 2, text.length - 2}), "utf-8", "repaired");
  decodes(tail, NULL, false, joined(arena, (isnad_slice){text.bytes, text.length - 2}, mark), "utf-8", "repaired");
  decodes(joined(arena, text, S("\xFF.")), NULL, false, joined(arena, text, S("\xEF\xBF\xBD.")), "utf-8", "repaired");
  decodes(joined(arena, text, S("\xFF.")), "windows-1256", false, joined(arena, text, S("\xEF\xBF\xBD.")), "utf-8", "repaired");
  decodes(S(""), NULL, false, S(""), "utf-8", "valid");
  isnad_arena_free(arena);
}

/* Reads UTF-8 as another encoding, as a careless program does, and gives it back as UTF-8. */
static isnad_slice mojibake(isnad_arena *arena, isnad_slice text, const char *name) {
  uint16_t points[128];
  char *to = isnad_arena_alloc(arena, text.length * 3 + 1);
  size_t length = 0;
  bool latin1 = strcmp(name, "latin1") == 0;
  assert_true(charset_points(points, charset_named(latin1 ? "windows-1252" : name)));
  for (size_t i = 0; i < text.length; i++) {
    uint8_t byte = (uint8_t)text.bytes[i];
    uint32_t c = byte < 0x80 || latin1 || points[byte - 0x80] == 0 ? byte : points[byte - 0x80];
    if (c < 0x80) {
      to[length++] = (char)c;
    } else if (c < 0x800) {
      to[length++] = (char)(0xC0 | c >> 6);
      to[length++] = (char)(0x80 | (c & 0x3F));
    } else {
      to[length++] = (char)(0xE0 | c >> 12);
      to[length++] = (char)(0x80 | (c >> 6 & 0x3F));
      to[length++] = (char)(0x80 | (c & 0x3F));
    }
  }
  return (isnad_slice){to, length};
}

static void mojibake_is_undone(void **state) {
  (void)state;
  for (size_t s = 0; s < SENTENCES; s++) {
    isnad_arena *arena = new_arena(0);
    isnad_slice text = isnad_slice_of(sentences[s]), quoted = joined(arena, text, S(" «كما قال»، ثم 5 – 7"));
    decodes(mojibake(arena, text, "windows-1256"), NULL, false, text, "windows-1256", "undone");
    decodes(mojibake(arena, text, "windows-1252"), NULL, false, text, "windows-1252", "undone");
    decodes(mojibake(arena, text, "latin1"), NULL, false, text, "windows-1252", "undone");
    decodes(mojibake(arena, quoted, "windows-1252"), NULL, false, quoted, "windows-1252", "undone");
    decodes(mojibake(arena, quoted, "windows-1256"), NULL, false, quoted, "windows-1256", "undone");
    isnad_arena_free(arena);
  }
}

static void sound_text_is_left_alone(void **state) {
  (void)state;
  static const char *const texts[] = {
      "طظطظ طظ طظ ظظ طط ظط",
      "حظر الطيران فوق المنطقة الوسطى وضبط مطار طرابلس وطائرات الخطوط",
      "ØØØ Ærø Øre Ørsted ÙÙÙ Ûber ØØ ÙÛÚ ØÙ Øl på Øland, Ølstykke",
      "Ø§ and Ù„ are what bad programs make of letters",
      "§ 5 – 7 © ® ±",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    decodes(isnad_slice_of(texts[i]), NULL, false, isnad_slice_of(texts[i]), "utf-8", "valid");
}

/* Every character of the text comes from the bytes that encode it. */
static void places_lead_back(void **state) {
  (void)state;
  static const char *const encodings[] = {"UTF-8", "CP1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "GB18030", "cp720"};
  isnad_arena *arena = new_arena(0);
  isnad_slice text = {NULL, 0};
  for (int round = 0; round < 2; round++)
    for (size_t s = 0; s < SENTENCES; s++) text = joined(arena, text, joined(arena, isnad_slice_of(sentences[s]), S(". one 1\n")));
  for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++) {
    page_decoded out;
    isnad_slice bytes = encoded(arena, text, encodings[e]);
    assert_int_equal(page_decode(&out, arena, bytes, isnad_slice_of(encodings[e]), false, NULL), ISNAD_OK);
    assert_slice(out.text, text);
    for (uint32_t at = 0; at < text.length;) {
      uint32_t next = at + 1;
      while (next < text.length && ((uint8_t)text.bytes[next] & 0xC0) == 0x80) next++;
      uint32_t from = page_origin(&out.origins, at), to = page_origin(&out.origins, next);
      isnad_slice again = encoded(arena, (isnad_slice){text.bytes + at, next - at}, encodings[e]);
      assert_slice(((isnad_slice){bytes.bytes + from, to - from}), again);
      at = next;
    }
  }
  isnad_arena_free(arena);
}

static void places_lead_back_through_repairs(void **state) {
  (void)state;
  isnad_arena *arena = new_arena(0);
  page_decoded out;
  isnad_slice text = isnad_slice_of(sentences[1]), broken = joined(arena, S("\xEF\xBB\xBF"), joined(arena, text, joined(arena, S("\xFF"), text)));
  assert_int_equal(page_decode(&out, arena, broken, (isnad_slice){NULL, 0}, false, NULL), ISNAD_OK);
  assert_int_equal(page_origin(&out.origins, 0), 3);
  assert_int_equal(page_origin(&out.origins, (uint32_t)text.length), text.length + 3);
  assert_int_equal(page_origin(&out.origins, (uint32_t)text.length + 3), text.length + 4);
  assert_int_equal(page_origin(&out.origins, (uint32_t)out.text.length), broken.length);
  isnad_slice bad = mojibake(arena, text, "windows-1256");
  assert_int_equal(page_decode(&out, arena, bad, (isnad_slice){NULL, 0}, false, NULL), ISNAD_OK);
  assert_slice(out.text, text);
  for (uint32_t at = 0; at <= text.length; at++)
    assert_int_equal(page_origin(&out.origins, at), mojibake(arena, (isnad_slice){text.bytes, at}, "windows-1256").length);
  isnad_arena_free(arena);
}

static void binary_is_refused(void **state) {
  (void)state;
  static char bytes[4096];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 7 % 251);
  isnad_arena *arena = new_arena(0);
  page_decoded out;
  isnad_err err = {0};
  assert_int_equal(page_decode(&out, arena, (isnad_slice){bytes, sizeof bytes}, (isnad_slice){NULL, 0}, false, &err), ISNAD_BAD_INPUT);
  assert_string_equal(err.stage, "page");
  assert_int_equal(page_decode(&out, arena, (isnad_slice){bytes, (size_t)UINT32_MAX + 1}, (isnad_slice){NULL, 0}, false, &err), ISNAD_LIMIT);
  isnad_arena_free(arena);
}

int main(int argc, char **argv) {
  (void)argc, (void)argv;
  const struct CMUnitTest tests[] = {cmocka_unit_test(arabic_comes_back),
                                     cmocka_unit_test(marks_tell),
                                     cmocka_unit_test(pages_name_their_encoding),
                                     cmocka_unit_test(other_languages_come_back),
                                     cmocka_unit_test(broken_utf8_is_mended),
                                     cmocka_unit_test(mojibake_is_undone),
                                     cmocka_unit_test(sound_text_is_left_alone),
                                     cmocka_unit_test(places_lead_back),
                                     cmocka_unit_test(places_lead_back_through_repairs),
                                     cmocka_unit_test(binary_is_refused)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
