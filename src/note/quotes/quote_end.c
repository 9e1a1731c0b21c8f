/* Where a reported statement ends: at the sentence's end, or where the narrator or another verb takes over. */
#include "note/quotes/quote_said.h"

/* A circumstance of the saying: "in a statement", "during the banquet". */
static bool is_venue(const quote_scan *q, size_t at) {
  const isnad_phrase *preposition = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION),
                     *aside = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (preposition == NULL && aside != NULL && aside->cut == 0 && aside->count > 1) /* "in a tweet" in one phrase hides its preposition */
    return quote_has_word(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  return preposition != NULL && preposition->cut == 0 && quote_has_word(q, at + preposition->count, ISNAD_QUOTE_WORDS_ROLE_VENUE);
}

/* "Guarding the coast | while the formations go on", not "as concerns", "later on". */
static bool is_while(const quote_scan *q, size_t at) {
  const isnad_phrase *longest = note_hit_at(q->unit, at, ISNAD_TABLE_QUOTE_WORDS);
  isnad_slice next = isnad_token_form(&q->s->page->tokens, at + 1);
  bool present = word_letter_at(next, 0, LETTER_YEH) || word_letter_at(next, 0, LETTER_TEH) || word_ends(next, LETTER_TEH);
  return longest != NULL && longest->count == 1 && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD) && present && next.length >= 4 * WORD_LETTER &&
         !quote_is_definite(q, at + 1);
}

/* "| While the ministry faces critics", without a comma: where the narrator plainly speaks. */
static bool ends_with_turn(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  const isnad_phrase *turn = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  if (at > first + 2 && quote_has_word(q, at - 2, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return false; /* "the attack that comes | while" */
  isnad_slice text = q->s->page->text, before = isnad_slice_at(text, quote_token(q, at - 1)->span);
  bool pair = at + 1 < q->sentence_last && word_ends(before, LETTER_TEH_MARBUTA) && !quote_is_definite(q, at + 1) &&
              word_ends(isnad_slice_at(text, quote_token(q, at + 1)->span), LETTER_TEH_MARBUTA); /* "grave | but stable" */
  const isnad_phrase *also = quote_word_at(q, at + 1, ISNAD_QUOTE_WORDS_ROLE_ASIDE);             /* "not only there | but also" */
  if (also != NULL && also->cut == 0 && also->count == 1 && quote_token(q, at + 1)->length <= 4 * WORD_LETTER &&
      quote_has_word(q, at + 2, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION))
    return false;
  return !pair && turn != NULL && turn->cut == 0 && turn->count == 1 && !quote_turn_describes(q, turn) &&
         quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_LEAVES) &&
         (word_begins(isnad_token_form(&q->s->page->tokens, at), LETTER_FEH, LETTER_YEH)
              ? quote_turn_is_told(q, verb, first, turn) || (!quote_opens_clause(q, verb, first) && is_while(q, at))
              : quote_turns_away(q, verb, first, turn));
}

/* "In", though a longer phrase that begins with it hides its role. */
static bool is_in(const quote_scan *q, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  return form.length == 2 * WORD_LETTER && word_begins(form, LETTER_FEH, LETTER_YEH);
}

static bool ends_before(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (quote_is_silence(q, at)) return true;
  bool behind_that = quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  if (at == first + 1 && behind_that && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN)) return false; /* "that, | while the media" */
  if (at > first + 1 && behind_that) return false;                                                        /* "for it, | while the phone ..., is" */
  if (quote_is_cause(q, verb, first, at)) return false;
  bool marked = quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) && is_in(q, at) && is_venue(q, at);
  if (marked && at + 2 < q->sentence_last && !quote_is_definite(q, at + 1) && !quote_is_definite(q, at + 2))
    return true; /* "is "evil" | in a speech that" */
  if (quote_is_taken_over(q, verb, first, at)) return true;
  if (!quote_opens_clause(q, verb, first) && verb != NULL && quote_is_linked_statement(q, verb, first, at) && quote_says_at_once(q, at)) return true;
  bool breaks = quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BREAKS);
  if (breaks && is_in(q, at) && quote_has_word(q, at - 1, ISNAD_QUOTE_WORDS_ROLE_COMES)) return false; /* "it comes | at a time when" */
  const isnad_phrase *turn =
      breaks || (is_in(q, at) && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN)) ? quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS) : NULL;
  if (turn != NULL) breaks = !quote_is_comma(q, at - 1) && quote_turns_away(q, verb, first, turn); /* ", while": asked as a turn */
  return breaks || quote_is_citation(q, at) || quote_is_next_statement(q, verb, first, at) || quote_says_therein(q, verb, first, at);
}

/* "Condemned the attack | during a visit": when what is judged has no clause, the circumstance is that of the judging. */
static bool is_circumstance(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  if (verb == NULL || quote_opens_clause(q, verb, first) || !is_venue(q, at)) return false;
  bool judges = verb->row->force == ISNAD_VERBS_FORCE_CONDEMNS || verb->row->force == ISNAD_VERBS_FORCE_CRITICIZES ||
                verb->row->force == ISNAD_VERBS_FORCE_WELCOMES || verb->row->force == ISNAD_VERBS_FORCE_REJECTS ||
                verb->row->force == ISNAD_VERBS_FORCE_DENIES || verb->row->force == ISNAD_VERBS_FORCE_PRAISES;
  return judges && isnad_token_form(&q->s->page->tokens, at).length >= 4 * WORD_LETTER; /* not "in" */
}

/* "..., | so what are the signs of it?": the writer's own question behind what was said. */
static bool asks_then(const quote_scan *q, const quote_verb *verb, size_t at) {
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at);
  const isnad_phrase *question = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_LABEL); /* "how", "what is" */
  bool what = form.length == 3 * WORD_LETTER && word_begins(form, LETTER_FEH, LETTER_MEEM) && word_ends(form, LETTER_ALEF);
  bool asked =
      quote_is_mark(q, q->sentence_last - 1, "\xD8\x9F") || (q->sentence_last < q->unit->last && quote_is_mark(q, q->sentence_last, "\xD8\x9F"));
  return verb != NULL && asked && (what || (question != NULL && quote_cut_is(q, question, LETTER_FEH)));
}

/* "That "...", | above all since the president", "| before the judge put it off": behind marks that hold all that was said the narrator gives his
 * reason, or goes on. */
static bool is_reason_behind(const quote_scan *q, size_t first, size_t at) {
  enum { CLAUSE = 5 };
  const quote_pair *pair = quote_is_kind(q, first + 1, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, first + 1) : NULL;
  if (pair == NULL || pair->close + 2 != at || at + 1 >= q->sentence_last) return false;
  const isnad_phrase *when = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_WHEN);
  if (when != NULL && when->cut == 0 && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) && quote_pair_words(q, pair) > 1) return true;
  if (quote_pair_words(q, pair) < CLAUSE) return false;
  isnad_slice form = isnad_token_form(&q->s->page->tokens, at), next = isnad_token_form(&q->s->page->tokens, at + 1);
  return word_ends_in(form, LETTER_LAM, LETTER_ALEF) && form.length <= 3 * WORD_LETTER && word_begins(next, LETTER_SEEN, LETTER_YEH) &&
         word_ends_in(next, LETTER_MEEM, LETTER_ALEF);
}

static bool ends_behind_comma(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) {
  const isnad_phrase *turn = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_TURNS);
  bool turns = turn != NULL && (turn->cut == 0 || quote_links(q, turn));
  if (turns && quote_turn_describes(q, turn)) return false;
  if (turns && verb != NULL && verb->row->force == ISNAD_VERBS_FORCE_DESCRIBES) return true; /* "called it "great", | but" */
  if (turns) return quote_turns_away(q, verb, first, turn);
  if (quote_acts_next(q, verb, first, at) || quote_tells_of_it(q, verb, first, at) || quote_narrator_adds(q, verb, first, at)) return true;
  const isnad_phrase *left = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_LEAVES);
  bool leaves = left != NULL && !quote_cut_is(q, left, LETTER_BEH) /* ", | in a way that threatens" */ && !quote_is_cause(q, verb, first, at) &&
                !quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_BOILERPLATE); /* not "as it seems" */
  return ends_before(q, verb, first, at) || asks_then(q, verb, at) || is_reason_behind(q, first, at) || quote_is_own_statement(q, at) || leaves ||
         (verb != NULL && is_venue(q, at)) || quote_is_linked_statement(q, verb, first, at) || quote_is_conceded(q, at) ||
         quote_is_other_speaker(q, first, at);
}

/* "and about": the next complement of a verb that takes "about". */
static bool next_about(const quote_scan *q, const quote_verb *verb, size_t at) {
  const isnad_phrase *about = quote_word_at(q, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  return verb != NULL && verb->row->also == ISNAD_VERBS_ALSO_AN && about != NULL && quote_cut_is(q, about, LETTER_WAW);
}

/* A mark that closes nothing which was opened behind `first`. */
static bool is_stray(const quote_scan *q, size_t first, size_t mark) {
  for (size_t i = quote_pair_from(q, first); i < q->pair_count && q->pairs[i].open <= mark; i++)
    if (q->pairs[i].close == mark) return false;
  return true;
}

/* Stops, commas, openings, stray marks and links ("as", "and") that stand last belong to the sentence. */
static size_t trim(const quote_scan *q, size_t first, size_t end) {
  while (end > first) {
    uint8_t kind = quote_token(q, end - 1)->kind;
    bool opening = kind == ISNAD_TOKEN_QUOTE && (quote_pair_at(q, end - 1) != NULL || is_stray(q, first, end - 1));
    bool closes = quote_is_mark(q, end - 1, ")") || quote_is_mark(q, end - 1, "]") || quote_is_mark(q, end - 1, "%");
    bool link =
        quote_is_word(q, end - 1, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE) || word_is_letter(isnad_token_form(&q->s->page->tokens, end - 1), LETTER_WAW);
    if (link && kind == ISNAD_TOKEN_WORD && end > first + 1) {
      end--;
      continue;
    }
    if (kind != ISNAD_TOKEN_LINE && !opening && (kind != ISNAD_TOKEN_PUNCT || closes)) break;
    end--;
  }
  return end;
}

/* "That | according to first reports, ...": a citation right behind "that" does not end what it opens. */
static bool opens_with_source(const quote_scan *q, size_t first, size_t at) {
  return quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) && quote_is_citation(q, at);
}

/* "That | hostesses": right behind "that" a participle is a noun. */
static bool opens_as_noun(const quote_scan *q, size_t first, size_t at) {
  quote_verb verb;
  return at == first + 1 && quote_has_word(q, first, ISNAD_QUOTE_WORDS_ROLE_THAT) && quote_verb_at(q, at, &verb) && verb.form == FORM_PARTICIPLE;
}

/* What all of the above need at a word without a comma before it: a word that the tables know, a mark, a link, or a verb behind "and that is what".
 */
static bool may_end_at(const quote_scan *q, size_t at) {
  if (!quote_is_kind(q, at, ISNAD_TOKEN_WORD)) return false;
  if (!quote_is_plain(q, at) || note_has_hit(q->unit, at + 2, ISNAD_TABLE_VERBS)) return true;
  bool marked = quote_is_comma(q, at - 1) || quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE);
  return marked || word_letter_at(isnad_token_form(&q->s->page->tokens, at), 0, LETTER_WAW);
}

bool quote_ends_at(const quote_scan *q, const quote_verb *verb, size_t first, size_t at) { return ends_behind_comma(q, verb, first, at); }

size_t quote_end_from(const quote_scan *q, const quote_verb *verb, size_t first, size_t from, size_t *next) {
  const bool bare = !quote_opens_clause(q, verb, first);
  *next = 0;
  for (size_t at = from; at < q->sentence_last; at++) {
    const quote_pair *pair = quote_is_kind(q, at, ISNAD_TOKEN_QUOTE) ? quote_pair_at(q, at) : NULL;
    if (pair != NULL && pair->close < q->sentence_last) {
      at = pair->close;
    } else if (at > first && quote_is_mark(q, at, ".") && quote_is_kind(q, at - 1, ISNAD_TOKEN_QUOTE) && quote_is_kind(q, at + 1, ISNAD_TOKEN_WORD)) {
      return trim(q, from, at); /* a stop without a blank behind it */
    } else if (quote_is_comma(q, at)) {
      if (at + 1 >= q->sentence_last) break;
      if (next_about(q, verb, at + 1)) *next = at + 1;
      if (*next > 0 || quote_closes_relative(q, verb, first, at) || ends_behind_comma(q, verb, first, at + 1)) {
        if (!quote_speech_goes_on(q, first, at + 1) && !quote_is_inserted(q, at + 1)) return trim(q, from, at);
      }
    } else if (at > from && may_end_at(q, at) &&
               (ends_before(q, verb, first, at) || is_circumstance(q, verb, first, at) || ends_with_turn(q, verb, first, at) ||
                (bare && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_HELPS) && quote_is_comment(q, at)) || quote_acts_next(q, verb, first, at) ||
                quote_turns_in_headline(q, verb, first, at) || quote_then_acts(q, verb, first, at)) &&
               !opens_as_noun(q, first, at) && !(at == first + 1 && opens_with_source(q, first, at)) && !quote_speech_goes_on(q, first, at) &&
               !quote_is_inserted(q, at)) {
      return trim(q, from, at);
    }
  }
  return trim(q, from, q->sentence_last);
}

size_t quote_end(const quote_scan *q, const quote_verb *verb, size_t first, size_t *next) { return quote_end_from(q, verb, first, first, next); }
