/* Statements without a verb: "speaker: words" and, in headlines, "words: speaker". */
#include "note/quotes/quote_said.h"

enum { NAME_ALONE = 2, LONGEST_SPEAKER = 9, LONGEST_TAIL = 7, SPOKEN = 4 };

static bool is_label(const quote_scan *q, size_t first, size_t colon) {
  for (size_t at = first; at < colon; at++)
    if (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_LABEL) && (at == first || at + 1 == colon)) return true;
  return false;
}

/* A colon between words, not inside a time of day. */
static bool is_turn(const quote_scan *q, size_t at) {
  if (!quote_is_colon(q, at) || at == q->unit->first) return false;
  return !(quote_is_kind(q, at - 1, ISNAD_TOKEN_NUMBER) && quote_is_kind(q, at + 1, ISNAD_TOKEN_NUMBER));
}

static bool has_verb(const quote_scan *q, size_t first, size_t last, bool sure) {
  quote_verb verb;
  for (size_t at = first; at < last; at++)
    if (quote_verb_at(q, at, &verb) && (!sure || verb.row->sure == ISNAD_VERBS_SURE_YES)) return true;
  return false;
}

/* The words that make up [first, last): one pair of marks as direct speech, else as a report. */
static void add_words(quote_scan *q, size_t first, size_t last, const quote_speaker *speaker) {
  while (first < last && quote_token(q, first)->kind == ISNAD_TOKEN_PUNCT) first++;
  while (last > first && quote_token(q, last - 1)->kind == ISNAD_TOKEN_PUNCT && !quote_is_mark(q, last - 1, "%") && !quote_is_mark(q, last - 1, ")"))
    last--;
  if (first >= last) return;
  const quote_pair *pair = quote_is_kind(q, first, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first) : NULL;
  bool whole = pair != NULL && (pair->close + 1 >= last || (!q->unit->headline && quote_pair_words(q, pair) >= SPOKEN));
  quote_said said = {.first = first, .last = last, .pair = whole ? pair : NULL};
  quote_add_statement(q, NULL, &said, speaker, false, 0);
  if (said.pair == NULL && quote_is_own_words(q, NULL, &said)) quote_add_pieces(q, NULL, &said, speaker, false, first, last);
}

/* A country before a colon says where ("Syria: ..."), unless the words behind it are somebody's: in quotation marks, "we will", "not". */
static bool sounds_spoken(const quote_scan *q, size_t first) {
  if (quote_is_mark(q, q->unit->last - 1, "\xD8\x9F")) return false; /* a question is the writer's */
  for (size_t at = first; at < q->unit->last; at++) {
    isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && at == first && quote_pair_words(q, pair) >= SPOKEN && !quote_pair_is_name(q, pair)) return true;
    if (at == first && (quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_NEGATES) ||
                        (word_letter_at(form, 0, LETTER_NOON) && !quote_is_noun(q, at) && q->name_at[at - q->unit->first] == 0)))
      return true;
    if (word_begins(form, LETTER_SEEN, LETTER_NOON) || (form.length > 4 * WORD_LETTER && word_ends_in(form, LETTER_NOON, LETTER_ALEF))) return true;
  }
  return false;
}

/* "Measles: 14 dead", "correction: ...": one common noun, feminine by its ending or a noun of doing, is what the headline is about. */
static bool is_matter(const quote_scan *q, size_t first, size_t words) {
  if (words != 1 || quote_is_definite(q, first) || !quote_is_noun(q, first) || note_has_hit(q->unit, first, ISNAD_TABLE_GIVEN_NAMES)) return false;
  return word_ends(isnad_slice_at(q->s->page->text, quote_token(q, first)->span), LETTER_TEH_MARBUTA) || quote_is_masdar(q, first);
}

/* One whom a headline may let speak: a person, body or office; in a headline also a short name that no table knows. */
static bool may_speak(const quote_scan *q, const quote_speaker *speaker, size_t first, size_t colon) {
  size_t words = colon - first;
  int32_t name = q->name_at[first - q->unit->first];
  bool named = name > 0;
  if (named && q->s->names[name - 1].type == ISNAD_NAME_EVENT && speaker->kind != SPEAKER_PERSON) return false; /* "the cup: X goes out" */
  if (speaker->kind == SPEAKER_UNKNOWN)
    return !is_matter(q, first, words) && !quote_is_mark(q, q->unit->last - 1, "\xD8\x9F") && !speaker_is_thing(q, speaker) && q->unit->headline &&
           words <= 2 && !named;
  if (speaker->kind == SPEAKER_PLACE) return sounds_spoken(q, colon + 1);
  bool asks = quote_is_mark(q, q->unit->last - 1, "\xD8\x9F"); /* a question about it is the writer's */
  const isnad_phrase *unit = colon + 2 < q->unit->last ? note_hit_at(q->unit, colon + 2, ISNAD_TABLE_UNITS) : NULL;
  bool years = quote_is_kind(q, colon + 1, ISNAD_TOKEN_NUMBER) && unit != NULL && isnad_units_rows[unit->row].kind == ISNAD_UNITS_KIND_DURATION;
  if (speaker->kind == SPEAKER_PERSON && years) return false;         /* "X: 18 years in the Kremlin" */
  if (speaker->kind == SPEAKER_BODY && (asks || years)) return false; /* "the union: 55 years" */
  return speaker->kind != SPEAKER_MEDIUM || q->unit->headline;
}

/* "Samson | shouts: ...": a verb of saying in the present, whatever else its letters are. */
static bool is_present(const quote_scan *q, size_t at) {
  quote_verb verb;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return quote_verb_at(q, at, &verb) && verb.form <= FORM_FEMININE && (word_letter_at(form, 0, LETTER_YEH) || word_letter_at(form, 0, LETTER_TEH));
}

static bool has_present(const quote_scan *q, size_t first, size_t last) {
  for (size_t at = first; at < last; at++)
    if (is_present(q, at)) return true;
  return false;
}

/* "X: | from a village to the palace": a way, no words of his. */
static bool leads_from(const quote_scan *q, size_t at, size_t last) {
  enum { FAR = 8 };
  if (at >= last || !quote_is_word(q, at, ISNAD_QUOTE_WORDS_ROLE_OF)) return false;
  for (size_t i = at + 1; i < last && i < at + FAR; i++)
    if (quote_is_word(q, i, ISNAD_QUOTE_WORDS_ROLE_TO)) return true;
  return false;
}

static bool read_front(quote_scan *q, size_t first, size_t colon, size_t last) {
  quote_speaker speaker;
  size_t end = 0;
  if (colon > first + LONGEST_SPEAKER || is_label(q, first, colon) || has_verb(q, first, colon, true) || has_present(q, first + 1, colon))
    return false;
  unsigned how = SPEAKER_BOUNDED | (first > q->unit->first ? SPEAKER_GOVERNED : 0); /* "and" may be written on the second one */
  if (!speaker_read(q, first, colon, how, &speaker, &end) || !may_speak(q, &speaker, first, colon)) return false;
  bool told = end >= colon || quote_begins_with(q, end, LETTER_LAM) || quote_has_word(q, end, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  if (!told) return false;
  const quote_pair *pair = quote_is_kind(q, colon + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, colon + 1) : NULL;
  bool title = pair != NULL && quote_pair_words(q, pair) < SPOKEN && quote_is_kind(q, pair->close + 1, ISNAD_TOKEN_WORD);
  if (quote_has_word(q, colon + 1, ISNAD_QUOTE_WORDS_ROLE_TITLED) && quote_word_at(q, colon + 1, ISNAD_QUOTE_WORDS_ROLE_TITLED)->cut == 0 &&
      speaker.kind != SPEAKER_ANONYMOUS)
    return false; /* "X: the story of a rise" */
  if (q->unit->headline && leads_from(q, colon + 1, last)) return false;
  if (title && quote_begins_with(q, pair->close + 1, LETTER_LAM)) return false; /* "X: "the enemy" of the neighbours" */
  quote_verb says;                                                              /* "the outlet: X said that" */
  bool carries = speaker.kind == SPEAKER_MEDIUM || (speaker.kind == SPEAKER_BODY && !q->unit->headline);
  if (carries && quote_verb_at(q, colon + 1, &says) && says.form <= FORM_PLURAL && says.row->sure == ISNAD_VERBS_SURE_YES) return false;
  bool linked = first > q->unit->first && speaker.entity.length == 0 && quote_begins_with(q, first, LETTER_WAW) &&
                speaker.span.begin == quote_token(q, first)->span.begin;
  if (linked) {
    speaker.span.begin = isnad_token_source(&q->s->page->tokens, first, WORD_LETTER);
    speaker.canonical = note_name_text(q->s, speaker.span);
  }
  speaker_remember(q, &speaker, FORM_NOUN);
  add_words(q, colon + 1, last, &speaker);
  return true;
}

static bool read_back(quote_scan *q, size_t colon) {
  quote_speaker speaker;
  size_t end = 0;
  if (!q->unit->headline || q->unit->last - colon > LONGEST_TAIL || has_verb(q, q->unit->first, q->unit->last, true) ||
      has_verb(q, colon + 1, q->unit->last, false))
    return false;
  if (!speaker_read(q, colon + 1, q->unit->last, SPEAKER_BOUNDED, &speaker, &end) || end < q->unit->last) return false;
  if (speaker.kind == SPEAKER_UNKNOWN || speaker.kind == SPEAKER_PLACE || colon <= q->unit->first + 2) return false; /* "Germany: the driver ..." */
  speaker_remember(q, &speaker, FORM_NOUN);
  add_words(q, q->unit->first, colon, &speaker);
  return true;
}

/* The colon of the words [first, last), at most `most` tokens behind their beginning; last when there is none. */
static size_t turn_within(const quote_scan *q, size_t first, size_t last, size_t most) {
  for (size_t at = first + 1; at + 1 < last && at <= first + most; at++)
    if (is_turn(q, at)) return at;
  return last;
}

/* "... X: words .. | and Y: words": where a second statement begins behind dots, a bar or a stop, or the end of the headline. */
static size_t second_speaker(const quote_scan *q, size_t colon) {
  for (size_t at = colon + 1; at + 2 < q->unit->last; at++) {
    bool border =
        quote_is_mark(q, at, ".") || quote_is_mark(q, at, "|") || quote_is_mark(q, at, "\xD8\x9B") || quote_is_kind(q, at, ISNAD_TOKEN_SYMBOL);
    if (!border || quote_is_mark(q, at + 1, ".")) continue;
    size_t turn = turn_within(q, at + 1, q->unit->last, LONGEST_SPEAKER);
    quote_speaker speaker;
    size_t end = 0;
    bool dots = q->unit->headline && quote_is_mark(q, at, ".") && quote_is_mark(q, at - 1, ".");
    if (dots && turn <= at + 1 + NAME_ALONE && quote_begins_with(q, at + 1, LETTER_WAW)) return at; /* ".. | and Musa: ..." */
    if (turn == q->unit->last || !speaker_read(q, at + 1, turn, SPEAKER_BOUNDED | SPEAKER_GOVERNED, &speaker, &end)) continue;
    if (speaker.kind != SPEAKER_UNKNOWN && speaker.kind != SPEAKER_PLACE && end >= turn) return at;
  }
  return q->unit->last;
}

/* "Urgent: the minister: words", "video .. the minister: words": a label may stand before the speaker. */
static size_t behind_label(const quote_scan *q, size_t first) {
  enum { LONGEST_LABEL = 4 };
  for (size_t at = first; at + 1 < q->unit->last && at <= first + LONGEST_LABEL; at++) {
    bool border = is_turn(q, at) || quote_is_mark(q, at, "|") || (quote_is_mark(q, at, ".") && !quote_is_mark(q, at + 1, "."));
    if (at > first && border) return is_label(q, first, at) ? at + 1 : first;
  }
  return first;
}

/* Behind the last dots or bar before the colon. */
static size_t behind_border(const quote_scan *q, size_t first, size_t colon) {
  for (size_t at = colon; at > first + 1; at--)
    if (quote_is_mark(q, at - 1, "|") || (quote_is_mark(q, at - 1, ".") && quote_is_mark(q, at - 2, "."))) return at;
  return first;
}

/* The token behind the marks that open right behind the colon, when words follow them; 0 when none do. */
static size_t first_words_end(const quote_scan *q, size_t colon) {
  const quote_pair *pair = quote_is_kind(q, colon + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, colon + 1) : NULL;
  if (pair == NULL || !pair->used) return 0;
  for (size_t at = pair->close; at < q->unit->last; at++)
    if (quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return pair->close + 1;
  return 0;
}

/* "And about the bonuses: "..."": behind a heading without a verb the one who spoke in the paragraph before goes on. */
static bool read_heading(quote_scan *q) {
  enum { LONGEST = 20 };
  size_t first = q->unit->first, colon = turn_within(q, first, q->unit->last, LONGEST);
  if (q->unit->headline || !q->spoke || colon == q->unit->last || q->last.canonical.length == 0) return false;
  const isnad_phrase *about = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_ABOUT),
                     *opens = quote_word_at(q, first, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  const quote_pair *pair = quote_is_kind(q, colon + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, colon + 1) : NULL;
  if ((about == NULL && opens == NULL) || pair == NULL || !pair->closed_here || quote_pair_words(q, pair) <= SPOKEN) return false;
  if (has_verb(q, first, colon, true)) return false;
  for (size_t at = pair->close; at < q->unit->last; at++)
    if (quote_is_words_kind(quote_token(q, at)->kind)) return false;
  quote_said said = {.first = pair->open + 1, .last = pair->close, .pair = pair};
  quote_speaker speaker = q->last;
  quote_add(q, NULL, &said, &speaker, true);
  return true;
}

bool quote_read_colon(quote_scan *q) {
  size_t from = q->unit->headline ? behind_label(q, q->unit->first) : q->unit->first;
  size_t colon = turn_within(q, from, q->unit->last, q->unit->headline ? SIZE_MAX / 2 : LONGEST_SPEAKER);
  q->sentence_first = q->unit->first;
  q->sentence_last = q->unit->last;
  if (read_heading(q)) return true;
  if (colon == q->unit->last) return false;
  size_t second = q->unit->headline ? second_speaker(q, colon) : q->unit->last;
  bool another = turn_within(q, colon + 1, q->unit->last, LONGEST_TAIL) != q->unit->last;
  size_t behind = q->unit->headline ? behind_border(q, from, colon) : from; /* ""The law" .. X: ...", "the house passes it .. and X: ..." */
  if (!read_front(q, from, colon, second) && (behind == from || !read_front(q, behind, colon, second))) return !another && read_back(q, colon);
  if (!q->unit->headline && first_words_end(q, colon) > 0) { /* "X: "...", adding": the paragraph goes on behind the marks */
    q->taken_to = first_words_end(q, colon);
    return false;
  }
  if (second < q->unit->last) (void)read_front(q, second + 1, turn_within(q, second + 1, q->unit->last, LONGEST_SPEAKER), q->unit->last);
  return true;
}
