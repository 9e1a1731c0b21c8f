/* Whether what stands in marks is the name of something rather than speech: a body, a work, a place, a model. */
#include "note/quotes/quote_said.h"

enum { LONGEST_NAME = 4, LONGEST_TITLE = 20 };

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

/* A known name fills the marks, perhaps with the stop of the sentence. */
static bool holds_name(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1, last = pair->close - 1;
  if (last > first && quote_is_mark(q, last, ".")) last--;
  int32_t name = q->name_at[first - q->unit->first];
  if (name == 0 || (q->s->names[name - 1].form != ISNAD_FORM_NAME && q->s->names[name - 1].type != ISNAD_NAME_ORGANIZATION)) return false;
  return q->s->names[name - 1].span.end >= quote_token(q, last)->span.end;
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

/* A clause whose subject stands before the marks: four words and more behind a verb, as far as its ending or the word behind it tells, or "not". */
static bool begins_clause(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  quote_verb verb;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, first);
  if (quote_pair_words(q, pair) < LONGEST_NAME || !quote_is_kind(q, first, ISNAD_TOKEN_WORD) || quote_is_definite(q, first)) return false;
  if (quote_verb_at(q, first, &verb) || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_NEGATES)) return true;
  if (word_ends(form, LETTER_TEH) && !word_ends_in(form, LETTER_ALEF, LETTER_TEH) && form.length >= 4 * WORD_LETTER) return true;
  bool present = word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH);
  return present && quote_has_word(q, first + 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}

/* "An essay | titled "..."": words of a title, which may be long. */
static bool is_titled(const quote_scan *q, const isnad_phrase *noun) { return quote_has_word(q, noun->first, ISNAD_QUOTE_WORDS_ROLE_HEADED); }

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
    bool kept = noun != NULL && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_IDENTITY); /* "who withheld his name "..."" */
    if (noun != NULL && end == pair->open && is_titled(q, noun) && quote_pair_words(q, pair) <= LONGEST_TITLE) return true;
    if (quote_is_definite(q, at) && begins_clause(q, pair)) return false; /* "the company "has ..."" */
    if (near && quote_pair_words(q, pair) > 2 * LONGEST_NAME) return false;
    if ((described || kept) && quote_pair_words(q, pair) > LONGEST_NAME) return false;
    if (noun != NULL && (near || (noun->count > 1 && end + 2 >= pair->open))) return true;
    const isnad_phrase *head = note_hit_at(q->unit, at, ISNAD_TABLE_HEADS); /* "the news agency | "X"" */
    bool joined = head != NULL && head->count > 1 && head->first + head->count == pair->open && quote_pair_words(q, pair) <= LONGEST_NAME;
    if ((near || joined) && takes_name(q, at)) return true;
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

/* "The substance "adenosine"": one word with the article that the counted news knows neither with it nor without. */
static bool is_term(const quote_scan *q, const quote_pair *pair) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, pair->open + 1);
  if (quote_pair_words(q, pair) != 1 || !quote_is_kind(q, pair->open + 1, ISNAD_TOKEN_WORD) || form.length < 7 * WORD_LETTER) return false;
  isnad_slice bare = {form.bytes + 2 * WORD_LETTER, form.length - 2 * WORD_LETTER};
  return word_begins(form, LETTER_ALEF, LETTER_LAM) && isnad_arabic_frequency(quote_token(q, pair->open + 1)->hash) == 0 &&
         isnad_arabic_frequency(isnad_token_hash(bare)) == 0 && !word_ends(form, LETTER_HEH) && !word_ends(form, LETTER_YEH) &&
         !word_ends_in(form, LETTER_WAW, LETTER_NOON) && !word_ends_in(form, LETTER_YEH, LETTER_NOON);
}

/* "Will launch "the initiative of X"": a noun whose companion is a name opens the marks, and a known name ends them. */
static bool opens_with_noun_of_name(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  const isnad_phrase *noun = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_NAMES);
  if (noun == NULL || noun->cut > 0 || noun->count > 1 || quote_is_definite(q, first) || quote_pair_words(q, pair) > LONGEST_NAME) return false;
  int32_t name = first + 1 < pair->close ? q->name_at[first + 1 - q->unit->first] : 0;
  return name > 0 && q->s->names[name - 1].form == ISNAD_FORM_NAME && q->s->names[name - 1].type != ISNAD_NAME_PLACE &&
         q->s->names[name - 1].span.begin == quote_token(q, first + 1)->span.begin;
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

static bool is_letter_name(const quote_scan *q, size_t at) {
  size_t count = 0;
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].table == ISNAD_TABLE_NAME_PARTS && hits[i].cut == 0 && isnad_name_parts_rows[hits[i].row].role == ISNAD_NAME_PARTS_ROLE_INITIAL)
      return true;
  return false;
}

/* "The union "UCI"", "S.A.C.I.": up to four words that are all letters of an abbreviation, perhaps with stops. */
static bool is_letters(const quote_scan *q, const quote_pair *pair) {
  size_t words = 0;
  for (size_t at = pair->open + 1; at < pair->close; at++) {
    if (quote_is_mark(q, at, ".")) continue;
    if (!is_letter_name(q, at)) return false;
    words++;
  }
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

/* "The market of X", "the camp of X": the head of a place's name and a word or two with the article that news hardly knows. */
static bool is_place(const quote_scan *q, const quote_pair *pair) {
  enum { RARE = 60 };
  const isnad_phrase *head = note_hit_at(q->unit, pair->open + 1, ISNAD_TABLE_PLACE_HEADS);
  if (head == NULL || head->cut > 0 || quote_pair_words(q, pair) > 3 || head->first + head->count >= pair->close) return false;
  size_t behind = head->first + head->count;
  return quote_is_definite(q, behind) && isnad_arabic_frequency(quote_token(q, behind)->hash) < RARE;
}

/* "The operations room of X": a noun of bodies without the article, and a name that fills the rest. */
static bool is_body(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1;
  const isnad_phrase *head = note_hit_at(q->unit, first, ISNAD_TABLE_ORG_HEADS);
  if (head == NULL || head->cut > 0 || quote_is_definite(q, first) || quote_pair_words(q, pair) > LONGEST_NAME) return false;
  for (size_t at = first + head->count; at < pair->close; at++) {
    int32_t name = q->name_at[at - q->unit->first];
    if (name > 0 && q->s->names[name - 1].type == ISNAD_NAME_PERSON && q->s->names[name - 1].span.begin == quote_token(q, at)->span.begin &&
        q->s->names[name - 1].span.end >= quote_token(q, pair->close - 1)->span.end)
      return true;
  }
  return false;
}

/* "The committee for the defence of X": the noun of an institution, and behind it nothing but nouns and small words. */
static bool is_institution(const quote_scan *q, const quote_pair *pair) {
  size_t first = pair->open + 1, words = quote_pair_words(q, pair);
  if (!quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_INSTITUTION) || words < 2 || words > 2 * LONGEST_NAME) return false;
  if (!quote_is_definite(q, first + 1) && q->name_at[first + 1 - q->unit->first] == 0) return false; /* "a committee of inquiry" */
  for (size_t at = first + 1; at < pair->close; at++) {
    bool clitic = quote_starts(q, at, LETTER_LAM) || quote_starts(q, at, LETTER_WAW) || quote_starts(q, at, LETTER_BEH);
    isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
    bool noun = quote_is_definite(q, at) || quote_is_noun(q, at) || clitic || q->name_at[at - q->unit->first] > 0 ||
                quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) || quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT) ||
                word_begins(form, LETTER_LAM, LETTER_LAM);
    if (!noun || note_has_hit(q->unit, at, ISNAD_TABLE_VERBS)) return false;
  }
  return true;
}

/* What a club or a player is called: "the Royals", "the Gunners". */
static bool is_nickname(const quote_scan *q, const quote_pair *pair) {
  const isnad_phrase *called = quote_word_at(q, pair->open + 1, ISNAD_QUOTE_WORDS_ROLE_NICKNAME);
  return called != NULL && called->cut == 0 && called->first + called->count == pair->close;
}

/* "(the airlines) "A" | and "B": behind the name in the marks right before it a further one, when it is short. */
static bool follows_name(const quote_scan *q, const quote_pair *pair) {
  size_t index = quote_pair_from(q, pair->open);
  if (index == 0 || pair->open < q->unit->first + 3 || quote_pair_words(q, pair) > LONGEST_NAME) return false;
  const quote_pair *before = &q->pairs[index - 1];
  isnad_slice link = isnad_token_form(&q->s->page->tokens, pair->open - 1);
  bool joined = before->close + 2 == pair->open && before->opened_here && word_is_letter(link, LETTER_WAW);
  return joined && quote_pair_words(q, before) <= LONGEST_NAME && quote_pair_is_name(q, before);
}

/* "The list of "#together"": a hashtag fills the marks. */
static bool is_hashtag(const quote_scan *q, const quote_pair *pair) {
  return quote_is_hash(q, pair->open + 1) && quote_pair_words(q, pair) <= LONGEST_NAME;
}

/* "The policy of "the galaxy"": a word or two with the article right behind a noun without it, which is no deed of which they are the object: what
 * the noun is called by. Of eleven such pieces in hand-made sets two were words. */
static bool is_of_noun(const quote_scan *q, const quote_pair *pair) {
  size_t noun = pair->open - 1;
  quote_verb verb;
  if (pair->open <= q->unit->first || quote_pair_words(q, pair) > 2 || !quote_is_definite(q, pair->open + 1)) return false;
  if ((quote_token(q, noun)->flags & ISNAD_TOKEN_TATWEEL) != 0 || quote_is_definite(q, noun)) return false; /* "bi-l- "..."" */
  return quote_is_noun(q, noun) && !quote_is_small_word(q, noun) && !quote_is_masdar(q, noun) && !quote_verb_at(q, noun, &verb);
}

bool quote_pair_is_name(const quote_scan *q, const quote_pair *pair) {
  if (!pair->opened_here || pair->open + 1 >= pair->close) return false;
  if (is_place(q, pair) || is_body(q, pair) || is_hashtag(q, pair) || is_nickname(q, pair) || is_institution(q, pair) || is_byname(q, pair) ||
      is_letters(q, pair) || is_term(q, pair) || opens_with_noun_of_name(q, pair))
    return true;
  if (follows_name(q, pair) || holds_name(q, pair) || reaches_over(q, pair) || is_unheard(q, pair) || is_model(q, pair) || is_of_noun(q, pair))
    return true;
  enum { COMMON = 300 };
  bool acts = quote_begins_with(q, pair->open + 1, LETTER_YEH) && quote_pair_words(q, pair) > 2 && !quote_is_noun(q, pair->open + 1);
  if (acts && quote_token(q, pair->open + 1)->length >= 4 * WORD_LETTER) return false; /* "missiles "threaten the security"" */
  isnad_slice first = isnad_token_form(&q->s->page->tokens, pair->open + 1);
  isnad_slice rest = {first.bytes + WORD_LETTER, first.length > WORD_LETTER ? first.length - WORD_LETTER : 0};
  bool governed = quote_pair_words(q, pair) > 1 && quote_starts(q, pair->open + 1, LETTER_BEH) && /* "threatened "with closing ..."" */
                  isnad_arabic_frequency(isnad_token_hash(rest)) >= COMMON;                       /* not a name that begins so */
  bool accusative = quote_pair_words(q, pair) > 1 && word_ends(first, LETTER_ALEF) && first.length >= 5 * WORD_LETTER &&
                    isnad_arabic_frequency(isnad_token_hash((isnad_slice){first.bytes, first.length - WORD_LETTER})) >
                        0;        /* "what it called "a masked dismissal"" */
  size_t longest = LONGEST_TITLE; /* behind_naming_noun() knows which nouns take long ones */
  return !governed && !accusative && quote_pair_words(q, pair) <= longest && behind_naming_noun(q, pair);
}
