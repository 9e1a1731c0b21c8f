/* The whole name of a person of whom the names know a part: "Michael | Avenatti", "R. K. | Patel". Whoever has another first name than the known
 * bearer of a family name is not he. */
#include "note/speakers/speaker.h"

#include <string.h>

/* "To Hespress": li before the name of a medium, which hears him. */
static bool is_told_to_medium(const quote_scan *q, size_t at) {
  const isnad_phrase *outlet = note_hit_at(q->unit, at, ISNAD_TABLE_OUTLETS);
  return outlet != NULL && outlet->cut == WORD_LETTER && word_letter_at(speaker_form(q, at), 0, LETTER_LAM);
}

/* A word that no sentence needs, of a name: listed as one, or unheard of. */
static bool is_name_word(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at) || quote_verb_at(q, at, &verb)) return false;
  isnad_slice form = speaker_form(q, at);
  if ((uint8_t)form.bytes[0] < 0x80 || word_begins(form, LETTER_LAM, LETTER_LAM)) return false; /* not in Arabic letters; "to the reporters" */
  if (note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) || note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) ||
      note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) || note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) || is_told_to_medium(q, at))
    return false;
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES), *family = note_hit_at(q->unit, at, ISNAD_TABLE_FAMILY_NAMES);
  return (given != NULL && given->cut == 0) || (family != NULL && family->cut == 0) || speaker_is_unheard(q, at);
}

/* "Mohamed | Hefzi | who took part": right behind the one word of a name that the tables know, a word that none of them knows and that news hardly
 * counts, where nothing else can follow but a mark, "that" or what is said of him with the article. */
static bool is_surname(const quote_scan *q, size_t at, size_t limit) {
  enum { RARE = 1500 };
  quote_verb verb;
  size_t count = 0;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || at + 1 > limit || quote_is_definite(q, at) || quote_verb_at(q, at, &verb)) return false;
  if (is_told_to_medium(q, at)) return false;
  isnad_slice form = speaker_form(q, at);
  const isnad_phrase *hits = note_hits_at(q->unit, at, &count);
  for (size_t i = 0; i < count; i++)
    if (hits[i].cut == 0) return false;
  if ((uint8_t)form.bytes[0] < 0x80 || form.length < 3 * WORD_LETTER || isnad_arabic_frequency(quote_token(q, at)->hash) >= RARE) return false;
  bool linked = isnad_arabic_proclitics(form) > 0; /* "and it was written", in the letters of a name */
  bool apart = quote_is_comma(q, at + 1) && (speaker_is_title(q, at + 2) || !quote_is_rarer_than_rest(form));
  if (linked && !apart) return false;
  isnad_slice stem = {form.bytes, form.length - WORD_LETTER}; /* "showed | optimism" */
  if (word_ends(form, LETTER_ALEF) && isnad_arabic_frequency(isnad_token_hash(stem)) > 0) return false;
  bool owned = word_ends(form, LETTER_HEH) || word_ends_in(form, LETTER_HEH, LETTER_ALEF) || word_ends_in(form, LETTER_HEH, LETTER_MEEM);
  if (owned || word_ends_in(form, LETTER_ALEF, LETTER_TEH)) return false; /* "his promises", "promises" */
  return at + 1 == limit || quote_is_comma(q, at + 1) || quote_is_colon(q, at + 1) || quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
         quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE) || speaker_is_title(q, at + 1) ||
         note_has_hit(q->unit, at + 1, ISNAD_TABLE_TIME_WORDS) || (quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && quote_is_definite(q, at + 1));
}

/* "Son of", "house of", "servant of": it ties the next word to the name. */
static bool ties(const quote_scan *q, size_t at) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  if (tie == NULL || tie->cut > 0) return false;
  isnad_name_parts_role role = isnad_name_parts_rows[tie->row].role;
  return role == ISNAD_NAME_PARTS_ROLE_SON || role == ISNAD_NAME_PARTS_ROLE_CLAN || role == ISNAD_NAME_PARTS_ROLE_ABD;
}

/* "Servant | of the Mighty": the name of God behind it bears the article. */
static bool is_behind_abd(const quote_scan *q, size_t at) {
  const isnad_phrase *tie = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  return isnad_name_parts_rows[tie->row].role == ISNAD_NAME_PARTS_ROLE_ABD && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) &&
         quote_is_definite(q, at + 1);
}

/* Behind the words that go on the name: up to a mark, "that", a preposition or an adverb; `end` when they go on otherwise. */
static size_t behind_rest(const quote_scan *q, size_t end, size_t limit) {
  enum { MOST = 3 };
  size_t at = end;
  bool tied = false;
  for (size_t n = 0; n < MOST && at < limit; n++) {
    if (ties(q, at) && at + 1 < limit && (is_name_word(q, at + 1) || is_behind_abd(q, at))) {
      tied = true;
      at += 2;
    } else if (is_name_word(q, at)) {
      at++;
    } else {
      break;
    }
  }
  bool closed = at >= limit || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_THAT) ||
                speaker_is_preposition(q, at) || quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  return closed || tied ? at : end;
}

/* The surname of another: "Netanyahu told | Trump". */
static bool is_known_name(const quote_scan *q, size_t at) {
  const isnad_name_note *name = speaker_name(q, at);
  return name != NULL && name->type == ISNAD_NAME_PERSON && isnad_slice_starts(name->entity, isnad_slice_of("per."));
}

/* "R. K. | Patel": the first words of the name, not before the token `from`. */
static size_t first_of(const quote_scan *q, size_t where, size_t from) {
  enum { MOST = 3 };
  size_t at = where;
  while (at > from && at + MOST > where && (is_name_word(q, at - 1) || quote_token(q, at - 1)->length <= 2 * WORD_LETTER) &&
         quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD) && !speaker_is_title(q, at - 1) && !speaker_is_preposition(q, at - 1) &&
         !is_known_name(q, at - 1))
    at--;
  return at;
}

/* The names of one first letter may be two spellings of one man. */
static bool begins_alike(const quote_scan *q, size_t at, isnad_slice canonical) {
  isnad_slice text = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  return text.length >= WORD_LETTER && canonical.length >= WORD_LETTER && memcmp(text.bytes, canonical.bytes, WORD_LETTER) == 0;
}

void speaker_take_whole_name(const quote_scan *q, size_t from, size_t where, size_t limit, quote_speaker *out, size_t *end) {
  const isnad_name_note *name = &q->s->names[out->name];
  size_t last = speaker_token_behind(q, where, name->span), behind = last == *end ? behind_rest(q, last, limit) : last;

  bool alone = last == where + 1, known = isnad_slice_starts(name->entity, isnad_slice_of("per."));
  if (!known && behind == last && last == *end && last <= where + 2 && last < limit && is_surname(q, last, limit)) behind++;
  size_t first = alone && where > from ? first_of(q, where, from) : where;
  if (known && !alone) return;
  if (first < where && (!known || begins_alike(q, first, name->canonical))) first = where;
  if (behind == last && first == where) return;
  bool another = known || (name->canonical.length > 0 && name->canonical.length != name->span.end - name->span.begin);
  out->span = (isnad_span){quote_token(q, first)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  if (another) {
    out->entity = (isnad_slice){NULL, 0};
    out->name = -1;
  }
  *end = behind;
}

/* "The professor of politics at the Jesuit university | Karim Mufti": behind an office that is complete, a given name and the words to its end,
 * of which the names know nothing. */
bool speaker_take_tail_name(const quote_scan *q, size_t first, size_t limit, quote_speaker *out, size_t *end) {
  enum { MOST = 3, EVERYDAY = 5000 };
  size_t last = *end;
  if (!speaker_is_title(q, first) || quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_KIN) || last < first + 4 || last > limit || out->name >= 0 ||
      out->entity.length > 0)
    return false;
  for (size_t at = last - 2; at > first + 1 && at + MOST >= last; at--) {
    const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
    bool common = given != NULL && isnad_given_names_rows[given->row].common == ISNAD_GIVEN_NAMES_COMMON_YES;
    bool family = note_has_hit(q->unit, last - 1, ISNAD_TABLE_FAMILY_NAMES) || isnad_arabic_frequency(quote_token(q, last - 1)->hash) < EVERYDAY;
    bool called = given != NULL && given->cut == 0 && (!common || (at + 2 == last && family));
    bool complete = quote_is_definite(q, at - 1) || word_begins(speaker_form(q, at - 1), LETTER_LAM, LETTER_LAM) ||
                    note_has_hit(q->unit, at - 1, ISNAD_TABLE_PLACES);
    if (!called || !complete || quote_is_definite(q, at) || q->in_name[at - q->unit->first]) continue;
    for (size_t i = at + 1; i < last; i++)
      if (quote_is_definite(q, i) || speaker_is_title(q, i) || !quote_is_kind(q, i, ISNAD_TOKEN_WORD)) return false;
    out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, last - 1)->span.end};
    out->canonical = note_name_text(q->s, out->span);
    out->kind = SPEAKER_PERSON;
    return true;
  }
  return false;
}

/* Behind an honorific also a word that is another one ("Ross", written like "Russians"). */
static bool may_be_name(const quote_scan *q, size_t at) {
  quote_verb verb;
  return quote_is_kind(q, at, ISNAD_TOKEN_WORD) && !quote_is_definite(q, at) && !quote_verb_at(q, at, &verb) && !speaker_is_title(q, at) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && speaker_form(q, at).length >= 3 * WORD_LETTER;
}

/* "Mr | Ross Ladwa, | head of": an honorific says that a name follows. */
static bool read_honoured(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { MOST = 3 };
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool honour = title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC &&
                isnad_titles_rows[title->row].takes == ISNAD_TITLES_TAKES_NAME;
  size_t first = honour ? at + title->count : limit;
  while (first < limit && quote_is_hash(q, first)) first++;
  size_t behind = first;
  for (; behind < limit && behind < first + MOST &&
         (is_name_word(q, behind) || quote_is_hash(q, behind) || (behind == first && may_be_name(q, behind)));
       behind++)
    if (speaker_name(q, behind) != NULL || q->in_name[behind - q->unit->first]) return false; /* the names know him */
  bool closed =
      behind < limit && (quote_is_comma(q, behind) || quote_has_word(q, behind, ISNAD_QUOTE_WORDS_ROLE_THAT) || speaker_is_title(q, behind));
  if (behind < first + 2 || !(closed || behind == limit)) return false;
  out->span = (isnad_span){quote_token(q, first)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  out->kind = SPEAKER_PERSON;
  *end = behind;
  return true;
}

/* "Gabrielle Carteris | head of the union": words of a name that the names do not know, with an office right behind them. */
bool speaker_read_unheard(const quote_scan *q, size_t at, size_t limit, quote_speaker *out, size_t *end) {
  enum { MOST = 3 };
  size_t behind = at;
  bool unheard = false;
  if (read_honoured(q, at, limit, out, end)) return true;
  while (behind < limit && behind < at + MOST && is_name_word(q, behind)) unheard = speaker_is_unheard(q, behind++) || unheard;
  if (behind < at + 2 || behind >= limit || !unheard || speaker_is_accusative(q, at, at + 1, out)) return false;
  const isnad_phrase *title = note_hit_at(q->unit, behind, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut > 0 || !speaker_is_title(q, behind)) return false;
  out->span = (isnad_span){quote_token(q, at)->span.begin, quote_token(q, behind - 1)->span.end};
  out->canonical = note_name_text(q->s, out->span);
  out->kind = SPEAKER_PERSON;
  *end = behind;
  return true;
}

/* The surname of a person whom the article has named, though the word is also the name of a paper. */
static const isnad_name_note *bearer_of_surname(const quote_scan *q, size_t at) {
  enum { FAR = 64 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t names = note_name_from(q->s, quote_token(q, at)->span.begin);
  for (size_t back = 1; back <= FAR && back <= names; back++) {
    const isnad_name_note *name = &q->s->names[names - back];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    size_t end = isnad_tokens_seek(tokens, name->span.end);
    bool longer = end > 1 && tokens->items[end - 1].span.begin > name->span.begin;
    if (longer && tokens->items[end - 1].hash == quote_token(q, at)->hash) return name;
  }
  return NULL;
}

/* "Serena", of "Serena Williams": the latest whose name of several words begins with this given name. */
static const isnad_name_note *bearer_of_given(const quote_scan *q, size_t at) {
  enum { FAR = 64 };
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given == NULL || given->cut > 0) return NULL;
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t names = note_name_from(q->s, quote_token(q, at)->span.begin);
  for (size_t back = 1; back <= FAR && back <= names; back++) {
    const isnad_name_note *name = &q->s->names[names - back];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    size_t first = isnad_tokens_seek(tokens, name->span.begin);
    bool longer = first + 1 < tokens->count && tokens->items[first + 1].span.begin < name->span.end;
    if (longer && tokens->items[first].hash == quote_token(q, at)->hash) return name;
  }
  return NULL;
}

/* A word without its article that no table knows as a noun, before one with its article. */
static bool is_bare_name(const quote_scan *q, size_t at) {
  if (quote_is_definite(q, at) || !quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) || !quote_is_definite(q, at + 1)) return false;
  return !note_has_hit(q->unit, at, ISNAD_TABLE_TITLES) && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) && !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS);
}

/* One word that is a town of the table, and no capital: it may be somebody's surname. */
static bool is_town(const quote_scan *q, size_t at, const isnad_name_note *name) {
  const isnad_phrase *place = name->type == ISNAD_NAME_PLACE ? note_hit_at(q->unit, at, ISNAD_TABLE_PLACES) : NULL;
  if (place == NULL || place->cut > 0 || place->count > 1) return false;
  isnad_places_kind kind = isnad_places_rows[place->row].kind;
  return kind != ISNAD_PLACES_KIND_COUNTRY && kind != ISNAD_PLACES_KIND_CAPITAL;
}

/* A word that is only somebody's when the article has named a person who is called so. */
bool speaker_may_be_surname(const quote_scan *q, size_t at, const isnad_name_note *first) {
  return first != NULL ? is_town(q, at, first) : is_bare_name(q, at);
}

const isnad_name_note *speaker_bearer(const quote_scan *q, size_t at, bool paper) {
  const isnad_name_note *bearer = paper ? NULL : bearer_of_given(q, at);
  return bearer != NULL ? bearer : bearer_of_surname(q, at); /* "Ross", written like "Russians" */
}
