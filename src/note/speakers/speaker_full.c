/* The full name of a speaker of whom the names know one word, as the page tells it elsewhere: "Gifford" of "the Briton Maysar Gifford". */
#include "note/names/name_words.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

/* A word that nothing in the tables knows as another kind of word. */
static bool is_bare_word(const quote_scan *q, size_t at) {
  if (at >= q->unit->last || !quote_is_kind(q, at, ISNAD_TOKEN_WORD) || quote_is_definite(q, at)) return false;
  return !speaker_is_title(q, at) && !note_has_hit(q->unit, at, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(q->unit, at, ISNAD_TABLE_HEADS) &&
         !note_has_hit(q->unit, at, ISNAD_TABLE_ORG_HEADS) && !note_has_hit(q->unit, at, ISNAD_TABLE_PLACES) &&
         speaker_form(q, at).length >= 2 * WORD_LETTER;
}

/* A word before the surname that may be a given name: listed as one, or one of which nothing else is known behind a nation or a title. */
static bool may_be_given(const quote_scan *q, size_t at) {
  quote_verb verb;
  if (at <= q->unit->first || !is_bare_word(q, at) || quote_verb_at(q, at, &verb)) return false;
  const isnad_phrase *given = note_hit_at(q->unit, at, ISNAD_TABLE_GIVEN_NAMES);
  if (given != NULL && given->cut == 0) return true;
  return speaker_is_one(q, at - 1) || (speaker_nation_at(q, at - 1) != NULL && quote_is_definite(q, at - 1));
}

static void add(const quote_scan *q, size_t first, size_t last, const isnad_name_note *name) {
  speaker_bearings *list = q->bearings;
  if (list->full_count == SPEAKER_FULL_NAMES) return;
  isnad_span span = {quote_token(q, first)->span.begin, quote_token(q, last)->span.end};
  list->full[list->full_count++] = (speaker_full_name){quote_token(q, last)->hash, span, name};
}

void speaker_note_full_name(const quote_scan *q, const isnad_name_note *name, size_t at) {
  if (speaker_person_at(q, at) != name || !speaker_made_here(name) || speaker_token_behind(q, at, name->span) != at + 1) return;
  if (at > q->unit->first && may_be_given(q, at - 1)) add(q, at - 1, at, name);
  if (is_bare_word(q, at + 1)) add(q, at, at + 1, name);
}

/* The woman whom the article has named with this word last. */
static const isnad_name_note *woman_named(const quote_scan *q, size_t word, isnad_slice man) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = note_name_from(q->s, tokens->items[word].span.begin); i > 0; i--) {
    const isnad_name_note *name = &q->s->names[i - 1];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || q->gender[i - 1] == GENDER_MASCULINE) continue;
    if (isnad_slice_equal(name->entity, man)) continue;
    size_t end = isnad_tokens_seek(tokens, name->span.end);
    if (end > 0 && tokens->items[end - 1].hash == tokens->items[word].hash) return name;
  }
  return NULL;
}

bool speaker_take_namesake(const quote_scan *q, const quote_verb *verb, size_t at, size_t end, quote_speaker *out) {
  if (!speaker_is_known_man(q, verb, out) || speaker_is_title(q, at)) return false;
  const isnad_name_note *man = &q->s->names[out->name];
  size_t word = isnad_tokens_seek(&q->s->page->tokens, man->span.begin);
  bool given = word == at + 1 && is_bare_word(q, at);
  if ((word != at && !given) || end != word + 1 || speaker_token_behind(q, word, man->span) != end) return false;
  const isnad_name_note *woman = woman_named(q, word, man->entity);
  out->entity = (isnad_slice){NULL, 0};
  out->name = -1;
  out->span = (isnad_span){quote_token(q, at)->span.begin, man->span.end};
  out->canonical = note_name_text(q->s, out->span);
  if (woman != NULL) speaker_take_name(q, woman, out);
  out->agrees = verb->form;
  return true;
}

/* One word as the page writes it, by which nobody is known but in this article. */
static const isnad_token *single_word(const quote_scan *q, const isnad_quote_note *quote) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (quote->canonical.length == 0 || quote->anonymous || (quote->entity.length > 0 && quote->entity.bytes[0] != '@')) return NULL;
  size_t at = isnad_tokens_seek(tokens, quote->speaker.begin);
  bool alone = at < tokens->count && isnad_slice_equal(isnad_slice_at(q->s->page->text, tokens->items[at].span), quote->canonical);
  return alone ? &tokens->items[at] : NULL;
}

/* The one person whose name of several words ends in the word: "the witness", of "Youssef the Witness". */
static const isnad_name_note *bearer_of_word(const quote_scan *q, const isnad_token *word) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0) continue;
    size_t end = isnad_tokens_seek(tokens, name->span.end);
    if (end < 2 || tokens->items[end - 1].hash != word->hash || tokens->items[end - 1].span.begin == name->span.begin) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL;
    found = name;
  }
  return found;
}

/* A noun of people, bodies or sources, or a small word: no surname. */
static bool is_everyday(const note_unit *unit, size_t at) {
  return note_has_hit(unit, at, ISNAD_TABLE_TITLES) || note_has_hit(unit, at, ISNAD_TABLE_HEADS) || note_has_hit(unit, at, ISNAD_TABLE_ORG_HEADS) ||
         note_has_hit(unit, at, ISNAD_TABLE_QUOTE_WORDS) || note_has_hit(unit, at, ISNAD_TABLE_STOPS);
}

/* "Mansour | Thawaba", of whom the names know nothing: the word behind a given name elsewhere in the article. */
static isnad_slice told_behind_given(const quote_scan *q, const isnad_token *word, bool she) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = 0; i < q->s->unit_count; i++) {
    const note_unit *unit = &q->s->units[i];
    for (size_t at = unit->first + 1; at < unit->last; at++) {
      if (tokens->items[at].hash != word->hash || tokens->items[at].kind != ISNAD_TOKEN_WORD) continue;
      const isnad_phrase *given = note_hit_at(unit, at - 1, ISNAD_TABLE_GIVEN_NAMES);
      if (given == NULL || given->cut > 0 || given->count > 1 || isnad_given_names_rows[given->row].common != ISNAD_GIVEN_NAMES_COMMON_NO) continue;
      if (she && isnad_given_names_rows[given->row].gender == ISNAD_GIVEN_NAMES_GENDER_M) continue;
      if (is_everyday(unit, at)) return (isnad_slice){NULL, 0};
      return note_name_text(q->s, (isnad_span){tokens->items[at - 1].span.begin, tokens->items[at].span.end});
    }
  }
  return (isnad_slice){NULL, 0};
}

static void settle_word(const quote_scan *q, isnad_quote_note *quote, const isnad_token *word) {
  const isnad_name_note *bearer = quote->entity.length == 0 ? bearer_of_word(q, word) : NULL;
  if (bearer == NULL) {
    const isnad_tokens *tokens = &q->s->page->tokens;
    isnad_slice verb = isnad_token_form(tokens, isnad_tokens_seek(tokens, quote->verb.begin + 1) - 1);
    isnad_slice full = told_behind_given(q, word, quote->verb.end > 0 && word_ends(verb, LETTER_TEH));
    if (full.length > 0) quote->canonical = full;
    return;
  }
  quote->entity = bearer->entity;
  quote->canonical = bearer->canonical;
}

/* Anywhere in the article, not only in the unit that is read. */
static bool has_part(const quote_scan *q, size_t at, isnad_name_parts_role role) {
  const note_unit *unit = note_unit_of(q->s, at);
  return unit != NULL && name_has_role(unit, at, role);
}

/* The one name whose words end in those of the speaker, which are fewer ("Abu Ramadan", of "Majed Abu Ramadan"), or which is a ministry of that
 * field ("the Interior", "the Interior of X", of "the Ministry of the Interior of X"). */
static const isnad_name_note *told_more_fully(const quote_scan *q, size_t first, size_t last, bool ministry) {
  enum { MOST = 1024 }; /* names of an article: it is asked at every such speaker */
  const isnad_token *words = q->s->page->tokens.items;
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < q->s->name_count && i < MOST; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->type != (ministry ? ISNAD_NAME_ORGANIZATION : ISNAD_NAME_PERSON) || name->canonical.length == 0 || name->entity.length == 0) continue;
    size_t begin = isnad_tokens_seek(&q->s->page->tokens, name->span.begin), end = isnad_tokens_seek(&q->s->page->tokens, name->span.end);
    if (ministry) {
      bool same = end > begin + 1 && words[begin + 1].hash == words[first].hash && has_part(q, begin, ISNAD_NAME_PARTS_ROLE_MINISTRY);
      if (!same) continue;
    } else {
      bool ends = name->form == ISNAD_FORM_NAME && end > begin + (last - first);
      for (size_t k = 0; ends && k < last - first; k++) ends = words[end - 1 - k].hash == words[last - 1 - k].hash;
      if (!ends) continue;
    }
    if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL;
    found = name;
  }
  return found;
}

/* "The sheikha | Badur", of "the sheikha Badur al-Qasimi" who spoke: an honorific and a given name, and another who is told by them and more. */
static const isnad_quote_note *told_by_given(const quote_scan *q, const isnad_quote_note *quote) {
  enum { MOST = 256 };
  const char *space = memchr(quote->canonical.bytes, ' ', quote->canonical.length);
  if (space == NULL || memchr(space + 1, ' ', quote->canonical.length - (size_t)(space + 1 - quote->canonical.bytes)) != NULL) return NULL;
  size_t first = isnad_tokens_seek(&q->s->page->tokens, quote->speaker.begin), last = isnad_tokens_seek(&q->s->page->tokens, quote->speaker.end);
  const note_unit *unit = last == first + 2 ? note_unit_of(q->s, first) : NULL;
  const isnad_phrase *title = unit != NULL ? note_hit_at(unit, first, ISNAD_TABLE_TITLES) : NULL;
  bool honour = title != NULL && title->count == 1 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_HONORIFIC;
  isnad_slice words = quote->canonical;
  for (size_t i = 0; honour && i < q->s->quote_count && i < MOST; i++) {
    const isnad_quote_note *other = &q->s->quotes[i];
    if (other->canonical.length > words.length && isnad_slice_starts(other->canonical, words) && other->canonical.bytes[words.length] == ' ')
      return other;
  }
  return NULL;
}

/* Two words of which the first is "Abu"; or a noun with its article that may be a ministry's field, with or without a country behind. */
static const isnad_name_note *fuller_name(const quote_scan *q, const isnad_quote_note *quote) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  if (quote->anonymous || !isnad_slice_equal(isnad_slice_at(q->s->page->text, quote->speaker), quote->canonical)) return NULL;
  size_t first = isnad_tokens_seek(tokens, quote->speaker.begin), last = isnad_tokens_seek(tokens, quote->speaker.end);
  if (quote->speaker.end == 0 || last <= first || last > first + 2) return NULL;
  isnad_slice form = isnad_token_form(tokens, first);
  bool father = last == first + 2 && (has_part(q, first, ISNAD_NAME_PARTS_ROLE_KUNYA) || has_part(q, first, ISNAD_NAME_PARTS_ROLE_SON));
  bool field = word_begins(form, LETTER_ALEF, LETTER_LAM) && word_ends(form, LETTER_HEH);
  bool alone = last == first + 1 || word_begins(isnad_token_form(tokens, last - 1), LETTER_ALEF, LETTER_LAM);
  return father || (field && alone) ? told_more_fully(q, first, last, !father) : NULL;
}

/* "The actress | Safa Sultan", of whom the names know nothing: without the title. */
static void strip_title(const quote_scan *q, isnad_quote_note *quote) {
  enum { MOST = 4 };
  if (memchr(quote->canonical.bytes, ' ', quote->canonical.length) == NULL) return; /* one word is no title with a name */
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, quote->speaker.begin), last = isnad_tokens_seek(tokens, quote->speaker.end);
  const note_unit *unit = last > first + 1 ? note_unit_of(q->s, first) : NULL;
  const isnad_phrase *title = unit == NULL || last > unit->last ? NULL : note_hit_at(unit, first, ISNAD_TABLE_TITLES);
  if (title == NULL || title->cut > 0 || isnad_titles_rows[title->row].kind != ISNAD_TITLES_KIND_PROFESSION) return;
  if (!word_begins(isnad_token_form(tokens, first), LETTER_ALEF, LETTER_LAM)) return;
  size_t name = first + title->count;
  const isnad_phrase *given = name + 1 < last && last <= name + MOST ? note_hit_at(unit, name, ISNAD_TABLE_GIVEN_NAMES) : NULL;
  if (given == NULL || given->cut > 0 || word_begins(isnad_token_form(tokens, name), LETTER_ALEF, LETTER_LAM)) return;
  if (note_has_hit(unit, name, ISNAD_TABLE_TITLES) || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return;
  if (!isnad_slice_equal(note_name_text(q->s, quote->speaker), quote->canonical)) return;
  quote->canonical = note_name_text(q->s, (isnad_span){tokens->items[name].span.begin, quote->speaker.end});
}

void speaker_settle_full_names(quote_scan *q) {
  enum { MOST = 64 }; /* words looked for among all names */
  size_t asked = 0;
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    bool open = quote->entity.length == 0 && quote->canonical.length > 0 && quote->speaker.end > 0;
    const isnad_name_note *full = open ? fuller_name(q, quote) : NULL;
    const isnad_quote_note *told = open && full == NULL ? told_by_given(q, quote) : NULL;
    if (told != NULL) {
      quote->entity = told->entity;
      quote->canonical = told->canonical;
    }
    if (open && full == NULL && told == NULL) strip_title(q, quote);
    if (full == NULL) continue;
    quote->entity = full->entity;
    quote->canonical = full->canonical;
    asked++;
  }
  asked = 0;
  for (size_t i = 0; i < q->s->quote_count && asked < MOST; i++) {
    const isnad_token *word = single_word(q, &q->s->quotes[i]);
    if (word == NULL || q->s->quotes[i].entity.length > 0) continue;
    asked++;
    settle_word(q, &q->s->quotes[i], word);
  }
  for (size_t i = 0; i < q->s->quote_count && q->bearings->full_count > 0; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    const isnad_token *word = single_word(q, quote);
    for (size_t k = 0; word != NULL && k < q->bearings->full_count; k++) {
      const speaker_full_name *full = &q->bearings->full[k];
      if (full->hash != word->hash) continue;
      bool another = quote->entity.length > 0 && !isnad_slice_equal(full->name->entity, quote->entity);
      if (another) continue;
      quote->canonical = note_name_text(q->s, full->span);
      quote->entity = full->name->entity;
      break;
    }
  }
}
