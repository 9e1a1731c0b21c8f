/* Who may be meant by a verb without a subject of its own: whom the rules found, who spoke before, whom sentences and the headline are about, who is
 * named up to the verb, and the nouns of people and bodies in its sentence. */
#include "note/speakers/speaker_likely.h"

enum { NAMES_BACK = 16, WORDS_BACK = 100, TITLE_BACK = 8 };

static bool same_one(const quote_speaker *a, const quote_speaker *b) {
  if (a->entity.length > 0 && b->entity.length > 0) return isnad_slice_equal(a->entity, b->entity);
  return isnad_slice_equal(a->canonical, b->canonical);
}

static speaker_meant *add(speaker_case *c, const quote_speaker *who, unsigned as) {
  if (who->canonical.length == 0) return NULL;
  for (size_t i = 0; i < c->count; i++) {
    if (c->items[i].who.canonical.length == 0 || !same_one(&c->items[i].who, who)) continue;
    c->items[i].as |= as;
    return &c->items[i];
  }
  if (c->count == SPEAKER_MEANT) return NULL;
  c->items[c->count] = (speaker_meant){.who = *who, .as = as};
  return &c->items[c->count++];
}

static void note_mention(speaker_meant *m, size_t from, size_t to) {
  if (m == NULL || to <= m->to) return;
  m->from = from;
  m->to = to;
}

/* Back over his office, his nation and their adjectives. */
static size_t phrase_first(const quote_scan *q, size_t at, const isnad_name_note *name) {
  size_t first = at, floor = q->unit->first;
  if (at < floor) return at;
  if (name->role.begin < name->role.end && name->role.begin < name->span.begin) {
    size_t role = isnad_tokens_seek(&q->s->page->tokens, name->role.begin + 1) - 1;
    if (role >= floor && role + 4 * TITLE_BACK > at) first = role;
  }
  while (first > floor && first + TITLE_BACK > at &&
         (quote_is_hash(q, first - 1) || quote_is_kind(q, first - 1, ISNAD_TOKEN_QUOTE) || speaker_is_title(q, first - 1) ||
          quote_is_definite(q, first - 1)))
    first--;
  return first;
}

static bool may_speak(const isnad_name_note *name) {
  return name->canonical.length > 0 && (name->type == ISNAD_NAME_PERSON || name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_OUTLET ||
                                        name->type == ISNAD_NAME_PLACE);
}

/* The names before the verb, the nearest first; an article's headline stands before it. */
static void add_names(const quote_scan *q, const quote_verb *verb, speaker_case *c) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t i = note_name_from(q->s, verb->span.begin);
  for (size_t n = 0; i > 0 && n < NAMES_BACK; i--, n++) {
    const isnad_name_note *name = &q->s->names[i - 1];
    if (!may_speak(name)) continue;
    size_t at = isnad_tokens_seek(tokens, name->span.begin + 1) - 1;
    if (at + WORDS_BACK < verb->first) break;
    quote_speaker who = {.name = -1, .agrees = FORM_NOUN};
    speaker_take_name(q, name, &who);
    who.head = isnad_token_form(tokens, at);
    speaker_meant *m = add(c, &who, MEANT_NAMED);
    if (m == NULL) continue;
    m->mentions++;
    size_t from = phrase_first(q, at, name);
    note_mention(m, from, isnad_tokens_seek(tokens, name->span.end));
  }
}

/* Where a subject stands: at the head of a sentence, behind a mark, "that", an auxiliary or a word that may be a verb. */
static bool is_place_of_subject(const quote_scan *q, size_t at, size_t first) {
  if (at == first || !quote_is_kind(q, at - 1, ISNAD_TOKEN_WORD)) return true;
  return quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT) || quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_TURNS) ||
         quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) || speaker_may_be_verb(q, at - 1);
}

/* A noun of people, of a body or of a document, or a noun with its article right behind a word that may be a verb. */
static bool begins_noun(const quote_scan *q, size_t at, size_t first) {
  const uint32_t nouns = 1u << ISNAD_TABLE_TITLES | 1u << ISNAD_TABLE_HEADS | 1u << ISNAD_TABLE_ORG_HEADS;
  size_t in = at - q->unit->first;
  bool noun = (q->unit->tables[in] & nouns) != 0;
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD) || q->in_name[in] || q->name_at[in] > 0 || (!noun && !quote_is_definite(q, at))) return false;
  return noun ? is_place_of_subject(q, at, first) : at > first && speaker_may_be_verb(q, at - 1);
}

static void add_nouns(const quote_scan *q, const quote_verb *verb, speaker_case *c) {
  enum { MOST = 3, FAR = 32 };
  bool masculine = verb->form == FORM_MASCULINE || (verb->form == FORM_PARTICIPLE && !verb->feminine);
  size_t found = 0, first = q->sentence_first, last = verb->first;
  for (size_t at = last; at > first && at + FAR > last && found < MOST; at--) {
    quote_speaker who;
    size_t end = 0;
    if (!begins_noun(q, at - 1, first)) continue;
    if (masculine && word_ends(isnad_slice_at(q->s->page->text, quote_token(q, at - 1)->span), LETTER_TEH_MARBUTA)) continue; /* she */
    if (!speaker_read(q, at - 1, last, SPEAKER_GOVERNED, &who, &end)) continue;
    if (end > last || speaker_is_thing(q, &who)) continue;
    found++;
    note_mention(add(c, &who, MEANT_TOLD), at - 1, end);
  }
}

static void add_spoken(const quote_scan *q, speaker_case *c) {
  add(c, &q->last, MEANT_LAST);
  for (size_t i = 0; speaker_earlier(q, i) != NULL; i++) {
    speaker_meant *m = add(c, speaker_earlier(q, i), MEANT_EARLIER);
    if (m != NULL) m->spoke++;
  }
  add(c, &q->topic, MEANT_TOPIC);
  add(c, &q->headlined, MEANT_HEADLINED);
}

/* Where those stand of whom only their span is known. */
static void place(const quote_scan *q, const quote_verb *verb, speaker_case *c) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = 0; i < c->count; i++) {
    speaker_meant *m = &c->items[i];
    if (m->to > 0 || m->who.span.end == 0 || m->who.span.end > verb->span.begin) continue;
    m->from = isnad_tokens_seek(tokens, m->who.span.begin + 1) - 1;
    m->to = isnad_tokens_seek(tokens, m->who.span.end);
  }
}

void speaker_find_meant(const quote_scan *q, const quote_verb *verb, const quote_speaker *rule, speaker_case *c) {
  c->count = 1;
  c->items[0] = (speaker_meant){.who = *rule, .as = MEANT_RULE};
  add_spoken(q, c);
  add_names(q, verb, c);
  add_nouns(q, verb, c);
  place(q, verb, c);
}
