/* Quotation marks of a paragraph, of any shape and mixed, joined to pairs. */
#include "note/quotes/quote.h"

enum { DEEPEST = 4, LONGEST_NAME = 4 };

typedef enum mark_side { SIDE_OPENS, SIDE_CLOSES, SIDE_EITHER } mark_side;

static mark_side shape_side(const quote_scan *q, size_t at) {
  static const char *const opening[] = {"\xC2\xAB", "\xE2\x80\x9C", "\xE2\x80\x9E", "\xE2\x80\x98", "\xE2\x80\xB9"};
  static const char *const closing[] = {"\xC2\xBB", "\xE2\x80\x9D", "\xE2\x80\x99", "\xE2\x80\xBA"};
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++)
    if (isnad_slice_equal(form, isnad_slice_of(opening[i]))) return SIDE_OPENS;
  for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
    if (isnad_slice_equal(form, isnad_slice_of(closing[i]))) return SIDE_CLOSES;
  return SIDE_EITHER;
}

static bool glued(const quote_scan *q, size_t at) { return at < q->unit->last && (quote_token(q, at)->flags & ISNAD_TOKEN_GLUED) != 0; }

static bool is_text(const quote_scan *q, size_t at) { return quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER); }

/* The press mixes the shapes up, so the space on one side says more than the shape. A clitic joined by tatweel, a bracket or a colon before it opens.
 */
static mark_side side_of(const quote_scan *q, size_t at) {
  bool first = at == q->unit->first;
  bool tatweel = !first && ((quote_token(q, at - 1)->flags & ISNAD_TOKEN_TATWEEL) != 0 || quote_is_mark(q, at - 1, "-"));
  bool opener = !first && (quote_is_mark(q, at - 1, "(") || quote_is_colon(q, at - 1));
  bool doubled = !first && quote_token(q, at - 1)->kind == ISNAD_TOKEN_QUOTE && glued(q, at + 1) && is_text(q, at + 1);
  bool behind_text = !first && glued(q, at) && !tatweel && !opener && !doubled;
  bool before_text = glued(q, at + 1) && is_text(q, at + 1);
  if (before_text && !behind_text) return SIDE_OPENS;
  if (behind_text && !before_text) return SIDE_CLOSES;
  return shape_side(q, at);
}

static void add_pair(quote_scan *q, size_t open, size_t close, bool opened, bool closed) {
  if (close <= open + 1) return;
  q->pairs[q->pair_count++] = (quote_pair){open, close, opened, closed, false};
}

/* An inner pair was added before the one around it: into the order of their beginnings. */
static void sort_pairs(quote_scan *q) {
  for (size_t i = 1; i < q->pair_count; i++) {
    quote_pair pair = q->pairs[i];
    size_t at = i;
    for (; at > 0 && at + DEEPEST > i && q->pairs[at - 1].open > pair.open; at--) q->pairs[at] = q->pairs[at - 1];
    q->pairs[at] = pair;
  }
}

static size_t count_marks(const quote_scan *q) {
  size_t marks = 0;
  for (size_t at = q->unit->first; at < q->unit->last; at++) marks += quote_token(q, at)->kind == ISNAD_TOKEN_QUOTE;
  return marks;
}

/* A mark that nobody closed: its words end at the stop behind which another statement begins; `end` when there is none. */
static size_t forgotten_close(const quote_scan *q, size_t open, size_t end) {
  quote_verb verb;
  for (size_t at = open + 2; at + 1 < end; at++)
    if (quote_is_mark(q, at, ".") && quote_verb_at(q, at + 1, &verb) && verb.linked && verb.form <= FORM_PLURAL &&
        (verb.row->sure == ISNAD_VERBS_SURE_YES || quote_has_that(q, &verb) || verb.row->force == ISNAD_VERBS_FORCE_SAYS))
      return at;
  return end;
}

void quote_pair_marks(quote_scan *q) {
  size_t open[DEEPEST], depth = 0, left = count_marks(q);
  const note_unit *unit = q->unit;
  bool before = q->open_quote;
  for (size_t at = unit->first; at < unit->last; at++) {
    if (quote_token(q, at)->kind != ISNAD_TOKEN_QUOTE) continue;
    mark_side side = side_of(q, at);
    bool nested = depth == 1 && left-- % 2 == 1 && quote_is_colon(q, open[0] - 1); /* its own two marks and the one that closes what is around it */
    if (depth != 1) left--;
    if (side == SIDE_EITHER) side = depth > 0 ? SIDE_CLOSES : SIDE_OPENS;
    if (side == SIDE_OPENS) {
      bool again = depth == DEEPEST || (depth > 0 && shape_side(q, at) == SIDE_EITHER && !nested);
      size_t close = again ? forgotten_close(q, open[0], at) : at;
      if (close < at) add_pair(q, open[0], close, true, false);
      if (again) depth = 0;
      open[depth++] = at;
    } else if (depth > 0) {
      add_pair(q, open[--depth], at, true, true);
    } else if (before && q->pair_count == 0) {
      q->pairs[q->pair_count++] = (quote_pair){unit->first, at, false, true, false};
    }
    before = before && depth == 0 && q->pair_count == 0;
  }
  size_t close = depth > 0 ? forgotten_close(q, open[0], unit->last) : unit->last;
  q->open_quote = depth > 0 && close == unit->last;
  if (depth > 0) add_pair(q, open[0], close, true, false);
  sort_pairs(q);
}

size_t quote_pair_from(const quote_scan *q, size_t at) {
  size_t low = 0, high = q->pair_count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (q->pairs[middle].open < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

quote_pair *quote_pair_at(const quote_scan *q, size_t open) {
  size_t at = quote_pair_from(q, open);
  return at < q->pair_count && q->pairs[at].open == open && q->pairs[at].opened_here ? &q->pairs[at] : NULL;
}

size_t quote_pair_words(const quote_scan *q, const quote_pair *pair) {
  size_t words = 0;
  for (size_t at = pair->open; at < pair->close && words < 1000; at++) words += is_text(q, at);
  return words;
}

/* The name of a body that begins before the marks reaches over them: the company "X". */
static bool reaches_over(const quote_scan *q, const quote_pair *pair) {
  enum { NEAR = 2 };
  for (size_t back = 1; back <= NEAR && pair->open >= q->unit->first + back; back++) {
    int32_t index = q->name_at[pair->open - back - q->unit->first];
    const isnad_name_note *name = index > 0 ? &q->s->names[index - 1] : NULL;
    if (name != NULL && name->type != ISNAD_NAME_PERSON && name->type != ISNAD_NAME_PLACE &&
        name->span.end >= quote_token(q, pair->close - 1)->span.end)
      return true;
  }
  return false;
}

/* A known name fills the marks. */
static bool holds_name(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  int32_t name = q->name_at[first - q->unit->first];
  if (name == 0 || (q->s->names[name - 1].form != ISNAD_FORM_NAME && q->s->names[name - 1].type != ISNAD_NAME_ORGANIZATION)) return false;
  return q->s->names[name - 1].span.end >= quote_token(q, pair->close - 1)->span.end;
}

/* An adjective behind a naming noun: "the British paper", "a horror film". */
static bool is_adjective(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  const isnad_phrase *place = note_hit_at(q->unit, at, ISNAD_TABLE_PLACES);
  if (place != NULL && place->cell != ISNAD_PLACES_CELL_ADJECTIVES) return false;
  if (form.length <= 4) return false;
  return quote_is_definite(q, at) || word_ends(form, LETTER_YEH) || word_ends(form, LETTER_HEH);
}

static bool takes_name(const quote_scan *q, size_t at) {
  const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS);
  return head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_NAME;
}

/* A noun before the marks whose companion is a name: a film, a company, a movement; or "what they call" and who calls it so. */
static bool behind_naming_noun(const quote_scan *q, const quote_pair *pair) {
  enum { FAR = 4 };
  for (size_t back = 1; back <= FAR && pair->open >= q->unit->first + back; back++) {
    size_t at = pair->open - back;
    quote_verb verb;
    if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
    const isnad_phrase *noun = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_NAMES);
    size_t end = noun != NULL ? noun->first + noun->count : at + 1;
    bool near = end == pair->open || (end + 1 == pair->open && is_adjective(q, end)) ||
                (end + 2 == pair->open && noun != NULL && quote_is_definite(q, at) && quote_is_definite(q, end) && quote_is_definite(q, end + 1) &&
                 quote_is_definite(q, pair->open + 1));
    bool described = near && end < pair->open; /* "the nuclear programme "but covers ..."": then only a short name */
    bool kept = noun != NULL && quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_IDENTITY) != NULL; /* "who withheld his name "..."" */
    if ((described || kept) && quote_pair_words(q, pair) > LONGEST_NAME) return false;
    if (noun != NULL && (near || (noun->count > 1 && end + 2 >= pair->open))) return true;
    if (near && takes_name(q, at)) return true;
    if (quote_verb_at(q, at, &verb)) return false;
  }
  return false;
}

/* The article, or a pronoun at the end: a word of the language, however rare. */
static bool is_inflected(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool pronoun = (form.length > 3 * WORD_LETTER && word_ends(form, LETTER_HEH)) ||
                 (form.length > 4 * WORD_LETTER && (word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM) ||
                                                    word_ends_in(form, LETTER_NOON, LETTER_ALEF)));
  return pronoun || quote_is_definite(q, at);
}

/* A word of the language, though the counted news may not know this form: with its ending of the accusative cut off. */
static bool is_known(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  bool accusative = form.length >= 4 * WORD_LETTER && word_ends(form, LETTER_ALEF) &&
                    isnad_arabic_frequency(isnad_token_hash((isnad_slice){form.bytes, form.length - WORD_LETTER})) > 0;
  return accusative || isnad_arabic_frequency(quote_token(q, at)->hash) > 0 || is_inflected(q, at) || isnad_arabic_proclitics(form) > 0;
}

/* Up to three words that the counted news does not know, or of other letters: a name. */
static bool is_unheard(const quote_scan *q, const quote_pair *pair) {
  enum { LONGEST = 3 };
  size_t words = 0;
  for (size_t at = pair->open + 1; at < pair->close; at++) {
    const isnad_token *token = quote_token(q, at);
    if (token->kind != ISNAD_TOKEN_WORD && token->kind != ISNAD_TOKEN_NUMBER) continue;
    bool arabic = token->kind == ISNAD_TOKEN_WORD && (token->flags & ISNAD_TOKEN_ARABIC) != 0;
    bool known = arabic && is_known(q, at);
    if ((known && (words == 0 || quote_is_definite(q, at))) || ++words > LONGEST) return false;
  }
  return words > 0;
}

/* "(known as X)" in the marks themselves. */
static bool opens_with_naming(const quote_scan *q, const quote_pair *pair) {
  return quote_word_at(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_KNOWN) != NULL && quote_pair_words(q, pair) <= 2 * LONGEST_NAME;
}

static bool is_letter_name(const quote_scan *q, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_NAME_PARTS && hits[i].cut == 0 && isnad_name_parts_rows[hits[i].row].role == ISNAD_NAME_PARTS_ROLE_INITIAL)
      return true;
  return false;
}

/* "The union "UCI"": up to four words that are all letters of an abbreviation. */
static bool is_letters(const quote_scan *q, const quote_pair *pair) {
  size_t words = 0;
  for (size_t at = pair->open + 1; at < pair->close; at++, words++)
    if (!is_letter_name(q, at)) return false;
  return words > 1 && words <= LONGEST_NAME;
}

/* "Abu" and a word or two: what somebody is called. */
static bool is_byname(const quote_scan *q, const quote_pair *pair) {
  const isnad_phrase *tie = note_hit_at(q->unit, pair->open + 1, ISNAD_TABLE_NAME_PARTS);
  if (tie == NULL || tie->cut > 0 || quote_pair_words(q, pair) > 3) return false;
  return isnad_name_parts_rows[tie->row].role == ISNAD_NAME_PARTS_ROLE_KUNYA;
}

/* "Ka-29", "Galaxy J 2 Pro": up to four words with a number behind the first. */
static bool is_model(const quote_scan *q, const quote_pair *pair) {
  if (quote_pair_words(q, pair) > LONGEST_NAME || !quote_is_kind(q, pair->open + 1, ISNAD_TOKEN_WORD)) return false;
  bool number = false;
  for (size_t at = pair->open + 2; at < pair->close; at++) {
    bool counted = number && quote_is_kind(q, at - 1, ISNAD_TOKEN_NUMBER) && quote_is_kind(q, at, ISNAD_TOKEN_WORD) &&
                   isnad_arabic_frequency(quote_token(q, at)->hash) > 0;
    if (counted) return false; /* "we shot down 20 planes" */
    number = number || quote_is_kind(q, at, ISNAD_TOKEN_NUMBER);
    if (quote_is_small_word(q, at) || quote_is_mark(q, at, "%")) return false;
  }
  return number && !quote_is_small_word(q, pair->open + 1);
}

/* A medium or platform fills the marks. */
static bool is_outlet(const quote_scan *q, const quote_pair *pair) {
  const isnad_phrase *outlet = note_hit_at(q->unit, pair->open + 1, ISNAD_TABLE_OUTLETS);
  bool everyday = quote_word_at(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_EVERYDAY) != NULL;
  return outlet != NULL && outlet->cut == 0 && !everyday && outlet->first + outlet->count == pair->close;
}

/* "The market of X", "the camp of X": the head of a place's name and a word or two with the article that news hardly knows. */
static bool is_place(const quote_scan *q, const quote_pair *pair) {
  enum { RARE = 60 };
  const isnad_phrase *head = note_hit_at(q->unit, pair->open + 1, ISNAD_TABLE_PLACE_HEADS);
  if (head == NULL || head->cut > 0 || quote_pair_words(q, pair) > 3 || head->first + head->count >= pair->close) return false;
  size_t behind = head->first + head->count;
  return quote_is_definite(q, behind) && isnad_arabic_frequency(quote_token(q, behind)->hash) < RARE;
}

bool quote_pair_is_name(const quote_scan *q, const quote_pair *pair) {
  if (!pair->opened_here || pair->open + 1 >= pair->close) return false;
  if (is_outlet(q, pair) || is_place(q, pair)) return true;
  if (holds_name(q, pair) || reaches_over(q, pair) || is_unheard(q, pair) || is_model(q, pair) || opens_with_naming(q, pair) || is_byname(q, pair) ||
      is_letters(q, pair))
    return true;
  enum { COMMON = 300 };
  isnad_slice first = isnad_token_form(&q->s->page->tokens, pair->open + 1);
  isnad_slice rest = {first.bytes + WORD_LETTER, first.length > WORD_LETTER ? first.length - WORD_LETTER : 0};
  bool governed = quote_pair_words(q, pair) > 1 && quote_starts(q, pair->open + 1, LETTER_BEH) && /* "threatened "with closing ..."" */
                  isnad_arabic_frequency(isnad_token_hash(rest)) >= COMMON;                       /* not a name that begins so */
  bool accusative = quote_pair_words(q, pair) > 1 && word_ends(first, LETTER_ALEF) && first.length >= 5 * WORD_LETTER &&
                    isnad_arabic_frequency(isnad_token_hash((isnad_slice){first.bytes, first.length - WORD_LETTER})) >
                        0; /* "what it called "a masked dismissal"" */
  return !governed && !accusative && quote_pair_words(q, pair) <= 2 * LONGEST_NAME && behind_naming_noun(q, pair);
}
