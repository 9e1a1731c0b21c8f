/* Who a description means when the article tells elsewhere who bears it: "the violinist" of "the classical violinist, X", "a Russian diplomat" of the
 * first sentence whom the second calls "the diplomat X". It is asked when all is read: the name often comes later. */
#include "note/speakers/speaker_tied.h"

enum { MOST_WORDS = 6, NEAR = 60 };

/* The words of a description: tokens [first, last) of a unit. */
typedef struct description {
  const note_unit *unit;
  size_t first, last;
  bool definite;  /* its first word bears the article */
  bool construct; /* its last word does: "the vice-president of the club" */
} description;

/* Whether anybody of that name speaks in the article. */
static bool speaks(const note_scan *s, isnad_slice entity) {
  for (size_t i = 0; i < s->quote_count; i++)
    if (isnad_slice_equal(s->quotes[i].entity, entity)) return true;
  return false;
}

/* "The Catalan coach", not "the executive director", which is one office. */
static bool is_origin(const quote_scan *q, const description *told, size_t at) {
  const isnad_phrase *title = note_hit_at(q->unit, told->first, ISNAD_TABLE_TITLES);
  return told->definite && title != NULL && at >= told->first + title->count && quote_is_definite(q, at) &&
         word_ends(speaker_form(q, at), LETTER_YEH);
}

static bool is_part(const quote_scan *q, size_t at, isnad_name_parts_role role) {
  const isnad_phrase *part = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  return part != NULL && isnad_name_parts_rows[part->row].role == role;
}

/* "The official of the nations" is whoever has an office at the United Nations. */
static bool is_any_of_nations(const quote_scan *q, const description *told) {
  return told->definite && told->last == told->first + 2 && is_part(q, told->first, ISNAD_NAME_PARTS_ROLE_OFFICIAL) &&
         is_part(q, told->first + 1, ISNAD_NAME_PARTS_ROLE_NATIONS);
}

/* Whether the words of the bearing hold the word. Of two nations one is another's; one that they leave untold is his who speaks himself. */
static bool holds(quote_scan *q, const speaker_bearing *bearing, const description *told, size_t at) {
  q->unit = told->unit;
  isnad_slice word = speaker_bare_word(q, at);
  const isnad_phrase *nation = speaker_nation_at(q, at), *other = NULL;
  bool origin = nation != NULL || is_origin(q, told, at), nations = is_part(q, at, ISNAD_NAME_PARTS_ROLE_NATIONS);
  q->unit = bearing->unit;
  for (size_t i = bearing->first + 1; i < bearing->last; i++) {
    if (isnad_slice_equal(speaker_bare_word(q, i), word)) return true;
    if (nations && is_part(q, i, ISNAD_NAME_PARTS_ROLE_NATIONS)) return true;
    if (other == NULL) other = speaker_nation_at(q, i);
  }
  if (!origin || (other != NULL && (nation == NULL || other->row != nation->row))) return false;
  return other != NULL || (bearing->first < at && at < bearing->last + NEAR) || speaks(q->s, bearing->name->entity);
}

static bool fits(quote_scan *q, const description *told, const speaker_bearing *bearing) {
  q->unit = told->unit;
  isnad_slice head = speaker_bare_word(q, told->first);
  const isnad_phrase *title =
      note_hit_at(q->unit, told->first, ISNAD_TABLE_TITLES); /* "the player | of the middle": where he plays is not told again */
  size_t own = title != NULL && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION && told->construct ? title->count : 1;
  bool any = is_any_of_nations(q, told), she = word_ends(head, LETTER_HEH);
  q->unit = bearing->unit;
  if (any ? speaker_is_of(q, bearing->first, !she) : !isnad_slice_equal(speaker_bare_word(q, bearing->first), head)) return false;
  for (size_t at = told->first + own; at < told->last; at++)
    if (quote_token(q, at)->kind == ISNAD_TOKEN_WORD && !holds(q, bearing, told, at)) return false;
  return true;
}

/* The one person who bears the description; NULL when there is none, or more than one. An indefinite one means only who is named behind it,
 * and whoever is named behind speaks there. */
static const isnad_name_note *bearer_of(quote_scan *q, const description *told) {
  const isnad_name_note *found = NULL;
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    if ((bearing->first < told->last && told->first < bearing->last) || !fits(q, told, bearing)) continue;
    if (!told->definite && !told->construct && bearing->first < told->first) continue;
    if (bearing->first > told->first && !speaks(q->s, bearing->name->entity)) continue;
    if (found != NULL && !isnad_slice_equal(found->entity, bearing->name->entity)) return NULL;
    found = bearing->name;
  }
  return found;
}

/* "The producer", where the article told of "the producer of the series X", a word that is an office only with its article: the one person named
 * within a few words behind it. */
static const isnad_name_note *named_behind(quote_scan *q, const description *told) {
  enum { NEAR_HEAD = 4 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  const isnad_name_note *found = NULL;
  q->unit = told->unit;
  isnad_slice head = speaker_bare_word(q, told->first);
  if (!told->definite || told->last > told->first + 1 || !speaker_is_one(q, told->first)) return NULL;
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || name->canonical.length == 0) continue;
    size_t at = isnad_tokens_seek(tokens, name->span.begin);
    if (at < 2 || (tokens->items[at - 1].flags & ISNAD_TOKEN_ARABIC) == 0) continue;
    size_t k = at; /* behind the head only words with their article */
    while (k > 1 && k + NEAR_HEAD > at && word_begins(isnad_token_form(tokens, k - 1), LETTER_ALEF, LETTER_LAM)) k--;
    if (k < at && isnad_slice_equal(isnad_token_form(tokens, k - 1), head)) {
      if (found != NULL && !isnad_slice_equal(found->entity, name->entity)) return NULL;
      found = name;
    }
  }
  return found;
}

/* "The supervisor | of the stage", "the researcher | and politician", "the doctor | Shaal": the words go on, so that they tell too little. */
static bool goes_on(const quote_scan *q, size_t last, uint32_t said) {
  enum { RARE = 1500 };
  const isnad_phrase *preposition = note_word_at(q->unit, last, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (!quote_is_kind(q, last, ISNAD_TOKEN_WORD) || quote_token(q, last)->span.begin == said) return false; /* what is said begins there */
  if (preposition != NULL && quote_token(q, last + preposition->count)->span.begin == said) return false;  /* "pointed | to | that" */
  if (note_has_hit(q->unit, last, ISNAD_TABLE_TITLES) && word_letter_at(speaker_form(q, last), 0, LETTER_WAW)) return true;
  size_t count = 0;
  note_hits_at(q->unit, last, &count);
  if (count == 0 && isnad_arabic_frequency(quote_token(q, last)->hash) < RARE && isnad_arabic_proclitics(speaker_form(q, last)) == 0) return true;
  if (preposition == NULL || preposition->cut > 0) return false;
  return !note_has_word(q->unit, last + 1, ISNAD_QUOTE_WORDS_ROLE_VENUE) && !note_has_word(q->unit, last, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
}

/* Behind a noun with its article all words have theirs. */
static bool is_whole(const quote_scan *q, const description *told, uint32_t said) {
  for (size_t at = told->first + 1; told->definite && at < told->last; at++)
    if (quote_is_kind(q, at, ISNAD_TOKEN_WORD) && !quote_is_definite(q, at) && !word_begins(speaker_form(q, at), LETTER_LAM, LETTER_LAM))
      return false;
  return (!told->definite && !told->construct) || !goes_on(q, told->last, said);
}

/* One definite noun with its adjectives, or in the headline and the first paragraph an indefinite one. */
static bool describe(quote_scan *q, const isnad_quote_note *quote, description *out) {
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, quote->speaker.begin + 1) - 1, last = isnad_tokens_seek(tokens, quote->speaker.end);
  const note_unit *unit = first < tokens->count ? note_unit_of(q->s, first) : NULL;
  if (quote->speaker.end == 0 || unit == NULL || last > first + MOST_WORDS || last <= first || last > unit->last) return false;
  *out = (description){.unit = unit, .first = first, .last = last};
  q->unit = unit;
  out->definite = quote_is_definite(q, first) || word_begins(speaker_form(q, first), LETTER_LAM, LETTER_LAM);
  if (!speaker_is_one(q, first) && !out->definite) return false;
  out->construct = !out->definite && last > first + 1 && quote_is_definite(q, last - 1);
  bool opening = unit->headline || unit == &q->s->units[0] || unit == &q->s->units[1];
  if ((!out->definite && !out->construct && !opening) || !is_whole(q, out, quote->span.begin)) return false;
  isnad_slice words = note_name_text(q->s, quote->speaker);
  return isnad_slice_equal(words, quote->canonical); /* not one who has been traced to somebody unnamed */
}

/* "X said that | the attacker | had shouted": who tells of somebody is not he. */
static bool is_told_by(const quote_scan *q, size_t inner, isnad_slice entity) {
  enum { LATEST = 8 };
  const isnad_span span = q->s->quotes[inner].span, speaker = q->s->quotes[inner].speaker;
  for (size_t i = inner; i > 0 && i + LATEST > inner; i--) {
    const isnad_quote_note *outer = &q->s->quotes[i - 1];
    if (outer->mode != ISNAD_QUOTE_INDIRECT || outer->span.begin > span.begin || outer->span.end < span.end) continue;
    if (outer->speaker.begin != speaker.begin && isnad_slice_equal(outer->entity, entity)) return true;
  }
  return false;
}

void speaker_settle(quote_scan *q) {
  speaker_settle_ends(q);
  speaker_settle_full_names(q);
  speaker_settle_surnames(q);
  speaker_settle_beside(q);
  speaker_settle_misspelt(q);
  enum { MOST = 256 }; /* descriptions looked for in the whole article */
  size_t asked = 0;
  isnad_slice last = {NULL, 0};
  const isnad_name_note *bearer = NULL;
  for (size_t i = 0; i < q->s->quote_count; i++) {
    isnad_quote_note *quote = &q->s->quotes[i];
    if (quote->entity.length > 0 || quote->canonical.length == 0) continue;
    description told;
    if (!isnad_slice_equal(last, quote->canonical)) {
      last = quote->canonical;
      bool described = asked < MOST && describe(q, quote, &told);
      asked += described;
      bearer = described ? bearer_of(q, &told) : NULL;
      if (described && bearer == NULL) bearer = named_behind(q, &told);
      if (described && bearer == NULL)
        bearer = speaker_tied(q, &(speaker_described){told.unit, told.first, told.last, told.definite, told.construct, i});
    }
    if (bearer == NULL || is_told_by(q, i, bearer->entity)) continue;
    quote->entity = bearer->entity;
    quote->canonical = bearer->canonical;
    quote->anonymous = false;
  }
  speaker_settle_told(q);
  speaker_settle_phrases(q);
  speaker_settle_called(q);
  speaker_settle_within(q);
  speaker_settle_pairs(q);
  speaker_settle_headline(q);
}
