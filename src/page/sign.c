#include "page/sign_read.h"

#include "isnad/stamp.h"
#include "page/chars.h"
#include "tables.h"

enum {
  REST_WORDS = 12, /* a source line names a source; a longer one is a sentence */
  BYLINE_WORDS = 7,
  STAMP_LABEL_WORDS = 4,
  COUNTER_WORDS = 10,
  SLUG_WORDS = 7,
  HEADLINE_WORDS = 4,
  HEADLINE_MOST = 20,
  TICKER_GAPS = 3,
  BUTTON_WORDS = 24 /* a longer paragraph that begins like an invitation is a paragraph */
};

static uint32_t words_from(const signer *s, size_t at) {
  uint32_t count = 0;
  for (; at < s->b->last_token; at++) count += s->t->items[at].kind == ISNAD_TOKEN_WORD;
  return count;
}

/* From the first word, number or opening mark after `at` to the end, without closing stops. */
static isnad_span rest_from(const signer *s, size_t at) {
  size_t end = s->b->last_token;
  while (at < end && !isnad_token_is_word(s->t, at) && s->t->items[at].kind != ISNAD_TOKEN_QUOTE && mark_at(s, at) != '(' && mark_at(s, at) != '#')
    at++;
  while (end > at && (mark_at(s, end - 1) == '.' || mark_at(s, end - 1) == '|' || char_is_dash(mark_at(s, end - 1)))) end--;
  return at < end ? (isnad_span){s->t->items[at].span.begin, s->t->items[end - 1].span.end} : (isnad_span){0, 0};
}

static sign marked(const signer *s, sign_kind kind) {
  sign out = {.kind = (uint8_t)kind, .takes = s->m.takes, .table = ISNAD_TABLE_MARKERS, .row = s->m.row};
  if (!s->m.whole) out.value = rest_from(s, s->m.last);
  return out;
}

/* A row that needs no separator may open a sentence of the text by accident: then the sentence ends as one. */
static bool opens_sentence(const signer *s) {
  uint32_t after = mark_at(s, s->m.last);
  if (s->m.whole || after == ':' || after == '|' || char_is_dash(after)) return false;
  return s->l->end == END_STOP && s->l->words > SLUG_WORDS;
}

static sign_kind list_kind(const signer *s) { return s->m.kind == ISNAD_MARKERS_KIND_SIMILAR ? SIGN_LIST : SIGN_RELATED; }

/* "World 14-9-2023 | 03:15": the name of a section before the stamp. */
static bool is_stamped(const signer *s) { return s->l->stamps == 1 && s->l->stamp_ends && s->l->bare_words <= STAMP_LABEL_WORDS; }

static sign_kind crumbs_kind(const signer *s) {
  if (s->l->separators > 0 || s->m.whole || s->l->words <= 4) return SIGN_CRUMBS;
  return s->l->end == END_STOP ? SIGN_NONE : SIGN_OTHER;
}

static sign_kind section_kind(const signer *s) {
  if (is_stamped(s)) return SIGN_STAMP;
  if (s->m.whole) return SIGN_SECTION;
  return words_from(s, s->m.last) <= STAMP_LABEL_WORDS ? SIGN_SECTION : SIGN_NONE;
}

static sign_kind stamp_kind(const signer *s) {
  if (s->m.whole || (s->l->stamps > 0 && s->l->bare_words <= s->m.last - s->m.first + STAMP_LABEL_WORDS)) return SIGN_STAMP;
  return s->l->numbers > 0 && words_from(s, s->m.last) <= STAMP_LABEL_WORDS ? SIGN_STAMP : SIGN_NONE;
}

static sign_kind byline_kind(const signer *s) {
  uint32_t rest = words_from(s, s->m.last), in_stamp = s->l->words - s->l->bare_words;
  return rest <= BYLINE_WORDS + in_stamp && s->l->end != END_STOP && s->l->end != END_QUESTION ? SIGN_BYLINE : SIGN_NONE;
}

static sign_kind source_kind(const signer *s) {
  if (s->m.where == ISNAD_MARKERS_WHERE_INSIDE) return SIGN_SOURCE;
  return words_from(s, s->m.last) <= REST_WORDS && !opens_sentence(s) ? SIGN_SOURCE : SIGN_NONE;
}

static sign_kind marked_kind(const signer *s) {
  bool sentence = opens_sentence(s);
  switch (s->m.kind) {
  case ISNAD_MARKERS_KIND_READ_ALSO:
    return s->m.whole ? SIGN_READ_ALSO : sentence ? SIGN_NONE : SIGN_PROMO;
  case ISNAD_MARKERS_KIND_SOURCE:
    return source_kind(s);
  case ISNAD_MARKERS_KIND_KEYWORDS:
    return sentence ? SIGN_NONE : SIGN_KEYWORDS;
  case ISNAD_MARKERS_KIND_COMMENT_FORM:
    return SIGN_COMMENT;
  case ISNAD_MARKERS_KIND_SHARE:
  case ISNAD_MARKERS_KIND_SOCIAL:
    return sentence && s->l->words > BUTTON_WORDS ? SIGN_NONE : SIGN_SOCIAL;
  case ISNAD_MARKERS_KIND_AD_LABEL:
    return SIGN_AD;
  case ISNAD_MARKERS_KIND_CAPTION:
    return s->l->words <= BUTTON_WORDS ? SIGN_CAPTION : SIGN_NONE;
  case ISNAD_MARKERS_KIND_BREADCRUMB:
    return crumbs_kind(s);
  case ISNAD_MARKERS_KIND_FOOTER:
    return SIGN_FOOTER;
  case ISNAD_MARKERS_KIND_BYLINE:
    return byline_kind(s);
  case ISNAD_MARKERS_KIND_DATELINE:
    return stamp_kind(s);
  case ISNAD_MARKERS_KIND_SECTION:
    return section_kind(s);
  case ISNAD_MARKERS_KIND_OTHER:
    return s->l->words <= COUNTER_WORDS && !sentence ? SIGN_OTHER : SIGN_NONE;
  case ISNAD_MARKERS_KIND_LIST_END:
    return SIGN_LIST_END;
  case ISNAD_MARKERS_KIND_END:
    return SIGN_END;
  default:
    return s->m.whole || (words_from(s, s->m.last) <= STAMP_LABEL_WORDS && s->l->end == END_OPEN) ? list_kind(s) : SIGN_NONE;
  }
}

/* --- shapes --- */

static bool left_over(const signer *s) {
  uint32_t c = mark_at(s, s->b->first_token);
  if (s->l->words == 0) return s->l->numbers == 0;
  return s->l->foreign == s->l->words && s->l->code > 0 && (s->l->code > 1 || c == '<' || c == '[' || c == '&' || c == '{');
}

/* Addresses may hold Arabic words: nothing is parted by blanks in them. */
static bool bare_address(const signer *s) {
  if (!s->l->address) return false;
  if (s->l->foreign == s->l->words) return true;
  size_t at = s->b->first_token + 1;
  while (at < s->b->last_token && (s->t->items[at].flags & ISNAD_TOKEN_GLUED) != 0) at++;
  return at == s->b->last_token && (s->t->items[s->l->first_word].flags & ISNAD_TOKEN_ARABIC) == 0;
}

/* «@handle» with a Latin date, as embedded posts are signed. */
static bool post_signature(const signer *s) { return s->l->address && s->l->stamps > 0; }

static bool relative_time(const signer *s) {
  int64_t back = 0, grain = 0;
  return s->l->words > 0 && s->l->words <= STAMP_LABEL_WORDS && isnad_stamp_relative(&back, &grain, s->t, s->b->first_token, s->b->last_token);
}

static bool date_line(const signer *s) { return s->l->stamps > 0 && s->l->bare_words <= 2 && s->l->bare_words * 2 <= s->l->words + s->l->numbers; }

/* Headlines and their stamps run together in one line, the last stamp at its end; or one headline and its stamp. Paragraphs may end in a date too. */
static bool headlines_and_stamps(const signer *s) {
  const look *l = s->l;
  if (!l->stamp_ends || l->stamps == 0 || l->stops > 0 || l->continues || l->bare_words < HEADLINE_WORDS * l->stamps) return false;
  return l->stamps == 1 ? !look_is_prose(l) && l->commas == 0 : l->bare_words <= HEADLINE_MOST * l->stamps && l->commas <= l->stamps;
}

/* Headlines of other articles run together in one line, wide blanks between them, as moving bands show them. */
static bool is_ticker(const look *l) {
  return l->gaps >= TICKER_GAPS && l->words >= HEADLINE_WORDS * (l->gaps + 1u) && l->words <= HEADLINE_MOST * (l->gaps + 1u);
}

static sign_kind tiled_kind(const signer *s) {
  switch (s->m.kind) {
  case ISNAD_MARKERS_KIND_SHARE:
  case ISNAD_MARKERS_KIND_SOCIAL:
    return SIGN_SOCIAL;
  case ISNAD_MARKERS_KIND_COMMENT_FORM:
    return SIGN_COMMENT;
  case ISNAD_MARKERS_KIND_FOOTER:
    return SIGN_FOOTER;
  case ISNAD_MARKERS_KIND_SECTION:
  case ISNAD_MARKERS_KIND_BREADCRUMB:
    return s->l->separators > 0 || s->l->words <= 4 ? SIGN_CRUMBS : SIGN_OTHER;
  default:
    return SIGN_OTHER;
  }
}

static sign stamped(const signer *s) {
  sign out = plain(SIGN_STAMP);
  out.value = s->l->stamp;
  return out;
}

/* «###»: the end mark of releases. */
static bool end_mark(const signer *s) {
  size_t at = s->b->first_token;
  while (at < s->b->last_token && mark_at(s, at) == '#') at++;
  return at == s->b->last_token && at >= s->b->first_token + 3;
}

/* Shapes that no row is needed for. */
static sign shape(const signer *s) {
  sign out = plain(SIGN_NONE);
  if (end_mark(s)) return (sign){.kind = SIGN_END, .takes = ISNAD_MARKERS_TAKES_REST, .row = UINT32_MAX};
  if (left_over(s)) return plain(SIGN_OTHER);
  if (s->l->hashtags > 0 && s->l->hashtags == s->l->words) {
    out = plain(SIGN_KEYWORDS);
    out.value = s->b->span;
    return out;
  }
  if (bare_address(s) || post_signature(s)) return plain(SIGN_SOCIAL);
  if (date_line(s)) return stamped(s);
  if (relative_time(s)) return plain(SIGN_STAMP);
  if (s->l->copyright && s->l->words <= BUTTON_WORDS) return plain(SIGN_FOOTER);
  if (sign_credit_line(s, &out) || sign_slug_line(s, &out) || sign_outlet_line(s, &out)) return out;
  if (headlines_and_stamps(s)) {
    out = plain(SIGN_PROMO);
    out.value = s->b->span;
  }
  return out;
}

sign page_sign(const isnad_tokens *tokens, const isnad_block *block, const look *l) {
  signer s = {tokens, block, l, {0}};
  if (is_ticker(l)) return plain(SIGN_OTHER);
  if (l->words + l->numbers > 0) s.m = page_marker(tokens, block, l);
  sign_kind kind = s.m.found ? marked_kind(&s) : SIGN_NONE;
  if (kind != SIGN_NONE) {
    sign out = marked(&s, kind);
    if (kind == SIGN_STAMP && l->stamps > 0) out.value = l->stamp;
    return out;
  }
  sign out = shape(&s);
  if (out.kind == SIGN_NONE && !look_is_prose(l) && page_tiles(&s.m, tokens, block, l)) return marked(&s, tiled_kind(&s));
  return out;
}
