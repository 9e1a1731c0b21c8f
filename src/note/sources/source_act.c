/* What was read as a citation and cites nobody: an act that a verb of saying tells, and the attitude of a person. Who resigns, sentences or shows a
 * car tells nothing of others; who praises or threatens speaks, and his words are a quote. The names are known here. */
#include "note/sources/vouch.h"

#include <string.h>

/* "Which | the preacher published": a trade by itself. */
static bool is_of_trade(const subject *of) {
  const isnad_phrase *title = note_hit_at(of->unit, of->first, ISNAD_TABLE_TITLES);
  if (title == NULL || isnad_titles_rows[title->row].number != ISNAD_TITLES_NUMBER_S) return false;
  return isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION;
}

/* The token that holds an offset: a citation may begin behind a proclitic. */
static size_t token_of(const note_scan *s, uint32_t offset) {
  size_t at = isnad_tokens_seek(&s->page->tokens, offset + 1);
  return at > 0 ? at - 1 : 0;
}

static const isnad_phrase *verb_at(const subject *of, size_t at) {
  const isnad_phrase *hit = note_hit_at(of->unit, at, ISNAD_TABLE_VERBS);
  return hit != NULL && hit->cell <= ISNAD_VERBS_CELL_P ? hit : NULL;
}

/* The verb before the source at the head of its citation, or behind it at the end. */
bool source_find_verb(subject *of) {
  const isnad_tokens *tokens = &of->s->page->tokens;
  size_t begin = token_of(of->s, of->source->span.begin), last = isnad_tokens_seek(tokens, of->source->span.end);
  of->first = token_of(of->s, of->source->named.span.begin);
  size_t end = isnad_tokens_seek(tokens, of->source->named.span.end);
  const isnad_phrase *hit = begin < of->first ? verb_at(of, begin) : NULL;
  if (end < of->unit->first) end = of->unit->first;                                                      /* he is named in another paragraph */
  for (size_t at = last; begin >= of->first && hit == NULL && at > end; at--) hit = verb_at(of, at - 1); /* a verb may be of several words */
  if (hit == NULL) return false;
  of->verb = &isnad_verbs_rows[hit->row];
  of->verb_first = hit->first;
  of->behind = end > hit->first + hit->count ? end : hit->first + hit->count;
  return true;
}

bool source_is_attitude(isnad_verbs_force force) {
  switch (force) {
  case ISNAD_VERBS_FORCE_WELCOMES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
  case ISNAD_VERBS_FORCE_CONGRATULATES:
  case ISNAD_VERBS_FORCE_CONDEMNS:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_BELIEVES:
  case ISNAD_VERBS_FORCE_DESCRIBES:
  case ISNAD_VERBS_FORCE_PROMISES:
  case ISNAD_VERBS_FORCE_WISHES:
  case ISNAD_VERBS_FORCE_PRAISES:
  case ISNAD_VERBS_FORCE_REJECTS:
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_THANKS:
  case ISNAD_VERBS_FORCE_PROPOSES:
  case ISNAD_VERBS_FORCE_APOLOGIZES:
  case ISNAD_VERBS_FORCE_DEMANDS:
  case ISNAD_VERBS_FORCE_EXPRESSES:
    return true;
  default:
    return false;
  }
}

/* A feeling, a judgement or a will of a body, which vouches for nothing, "that" or not: it accuses, condemns, fears, promises, calls for. */
static bool is_stance(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_ACCUSES ||
         (source_is_attitude(force) && force != ISNAD_VERBS_FORCE_BELIEVES && force != ISNAD_VERBS_FORCE_CRITICIZES);
}

/* What people without a name want or feel. Whom they accuse or what they fear, they may have seen. */
static bool is_mood(isnad_verbs_force force) {
  return is_stance(force) && force != ISNAD_VERBS_FORCE_ACCUSES && force != ISNAD_VERBS_FORCE_EXPRESSES && force != ISNAD_VERBS_FORCE_DESCRIBES;
}

/* What is vouched for whoever says it: he announces, estimates, writes. */
static bool is_vouching(isnad_verbs_force force) {
  return force == ISNAD_VERBS_FORCE_ANNOUNCES || force == ISNAD_VERBS_FORCE_ESTIMATES || force == ISNAD_VERBS_FORCE_REVEALS ||
         force == ISNAD_VERBS_FORCE_WRITES;
}

/* "They called upon | the union": behind a verb in the plural its subject is not one body, which has the verb in the singular. */
static bool is_object_of_many(const subject *of) {
  if (of->verb_first > of->first) return false;
  isnad_slice verb = cited_form(of->s, of->verb_first);
  return word_ends_in(verb, LETTER_WAW, LETTER_ALEF) || word_ends_in(verb, LETTER_WAW, LETTER_NOON);
}

static bool takes_somebody(const isnad_verbs_row *verb) {
  switch (verb->also) {
  case ISNAD_VERBS_ALSO_OBJECT:
  case ISNAD_VERBS_ALSO_OBJECT_BI:
  case ISNAD_VERBS_ALSO_OBJECT_ALA:
  case ISNAD_VERBS_ALSO_OBJECT_ILA:
    return true;
  default:
    return verb->force == ISNAD_VERBS_FORCE_TELLS || verb->force == ISNAD_VERBS_FORCE_DEMANDS || verb->force == ISNAD_VERBS_FORCE_WARNS ||
           verb->force == ISNAD_VERBS_FORCE_THANKS;
  }
}

/* "Asked | the authority for": a masculine verb has no body in the feminine right behind it as its subject. */
static bool is_feminine_object(const subject *of) {
  const isnad_name_note *name = note_name_at(of->s, of->first);
  if (of->verb_first + 1 != of->first || (name != NULL && name->type == ISNAD_NAME_PERSON)) return false;
  isnad_slice verb = cited_form(of->s, of->verb_first), noun = isnad_slice_at(of->s->page->text, cited_token(of->s, of->first)->span);
  const isnad_phrase *hit = note_hit_at(of->unit, of->verb_first, ISNAD_TABLE_VERBS);
  bool feminine = word_ends(verb, LETTER_TEH) || word_letter_at(verb, 0, LETTER_TEH) || word_letter_at(verb, hit->cut, LETTER_TEH);
  bool owned = word_ends(verb, LETTER_HEH) || word_ends_in(verb, LETTER_HEH, LETTER_ALEF) || word_ends_in(verb, LETTER_HEH, LETTER_MEEM);
  if (feminine || owned || !takes_somebody(of->verb) || hit->cell == ISNAD_VERBS_CELL_P ||
      note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_MASCULINE))
    return false;
  if (note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE)) return true; /* "told | the United Nations" */
  return word_ends(noun, LETTER_TEH_MARBUTA) && word_begins(cited_form(of->s, of->first), LETTER_ALEF, LETTER_LAM) &&
         !note_has_hit(of->unit, of->first, ISNAD_TABLE_TITLES);
}

/* "Sources said that the rebels | demanded": inside what somebody else says, with the subject before its verb. */
static bool is_inside_statement(const subject *of) {
  const note_scan *s = of->s;
  enum { REMEMBERED = 6 };
  if (of->verb_first < of->first || of->first == of->unit->first || is_vouching(of->verb->force)) return false;
  if (!note_has_word(of->unit, of->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT)) return false;
  size_t low = note_quote_from(s, of->source->span.begin + 1);
  for (size_t i = low; i > 0 && low - i < REMEMBERED; i--) {
    const isnad_quote_note *quote = &s->quotes[i - 1];
    bool inside = quote->span.end >= of->source->span.end && quote->span.begin <= of->source->span.begin;
    if (inside && quote->canonical.length > 0 && quote->speaker.begin != of->source->named.span.begin) return true;
  }
  return false;
}

/* "The investors | expect": what a crowd that no table knows believes or hopes for is told by the report. */
static bool is_public(const subject *of) {
  bool crowd = of->source->named.id.length == 0 && word_ends_in(cited_form(of->s, of->first), LETTER_WAW, LETTER_NOON) &&
               !note_has_hit(of->unit, of->first, ISNAD_TABLE_HEADS);
  return crowd && (source_is_attitude(of->verb->force) || of->verb->force == ISNAD_VERBS_FORCE_ESTIMATES);
}

/* "What X said", in a headline: of whom the report tells. */
static bool is_relative(const subject *of) {
  const isnad_phrase *trigger = note_hit_at(of->unit, token_of(of->s, of->source->span.begin), ISNAD_TABLE_TRIGGERS);
  return trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_RELATIVE;
}

/* "Condemned the statement | that the ministry issued", "a visit | that the president made": a thing that is told of. What is said in it, or
 * according to it, is cited. */
static bool is_thing_told_of(const subject *of) {
  enum { NEAR = 10 };
  size_t at = token_of(of->s, of->source->span.begin);
  if (!is_relative(of)) return false;
  for (size_t back = 1; back <= NEAR && at >= of->unit->first + back && !cited_is_mark(of->s, at - back, "."); back++) {
    const isnad_phrase *trigger = note_hit_at(of->unit, at - back, ISNAD_TABLE_TRIGGERS);
    if (trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_PREPOSITION) return false;
    isnad_slice form = cited_form(of->s, at - back);
    if (form.length == 2 * WORD_LETTER && word_begins(form, LETTER_FEH, LETTER_YEH)) return false; /* "in" */
  }
  return true;
}

/* "Sends the army", in a headline: a verb of publishing that the table of verbs does not know. */
static bool is_headlined(const subject *of) {
  const isnad_phrase *trigger = note_hit_at(of->unit, token_of(of->s, of->source->span.begin), ISNAD_TABLE_TRIGGERS);
  return of->unit->headline && trigger != NULL && cited_trigger(trigger)->form == ISNAD_TRIGGERS_FORM_VERB;
}

/* "13 % of those asked | said": the survey is cited, and they are no source. */
static bool is_share(const subject *of) {
  size_t at = token_of(of->s, of->source->named.span.begin);
  if (of->source->kind != ISNAD_SOURCE_ANONYMOUS || cited_token(of->s, at)->kind != ISNAD_TOKEN_NUMBER || at + 1 >= of->unit->last) return false;
  return cited_token(of->s, at + 1)->kind == ISNAD_TOKEN_PUNCT || note_has_word(of->unit, at + 1, ISNAD_QUOTE_WORDS_ROLE_IN) ||
         cited_begins_with_ba(of->s, at + 1);
}

/* "Activists | welcomed", "expressed | their worry": what people without a name want or feel. Sources who threaten speak for somebody. */
static bool is_wish(const subject *of) {
  bool sources = note_has_word(of->unit, of->first, ISNAD_QUOTE_WORDS_ROLE_FEMININE);
  bool feels = of->verb->force == ISNAD_VERBS_FORCE_EXPRESSES || of->verb->force == ISNAD_VERBS_FORCE_CRITICIZES;
  if (feels) return !sources && !source_states_fact(of);
  return !sources && is_mood(of->verb->force);
}

/* "The anger of | the many who believe", "convinced | the officials who had warned": whom a clause tells of, and not the report. */
static bool is_in_clause(const subject *of) {
  enum { NEAR = 2 };
  for (size_t back = 1; back <= NEAR && of->verb_first >= of->first + back; back++)
    if (note_has_word(of->unit, of->verb_first - back, ISNAD_QUOTE_WORDS_ROLE_RELATIVE)) return of->verb_first > of->first;
  return false;
}

/* What is no citation by its form, whoever speaks. */
static bool is_none(const subject *of) {
  bool official = of->source->kind == ISNAD_SOURCE_OFFICIAL;
  if (of->verb == NULL)
    return official && ((is_relative(of) && (of->unit->headline || is_of_trade(of))) || is_headlined(of) || source_is_ruling(of) ||
                        source_issues_nothing(of) || is_thing_told_of(of));
  if (official && source_is_crosshead(of->s, of->unit, of->first, of->verb_first)) return true;
  if (official && (of->unit->headline || is_object_of_many(of))) return true; /* a headline tells who; the report, what */
  return official && (is_feminine_object(of) || is_inside_statement(of));
}

bool source_cites_nobody(const note_scan *s, const isnad_source_note *source) {
  bool official = source->kind == ISNAD_SOURCE_OFFICIAL, anonymous = source->kind == ISNAD_SOURCE_ANONYMOUS;
  if (source->scope == ISNAD_SCOPE_ARTICLE || source->via.name.length > 0) return false;
  subject of = {.s = s, .source = source};
  of.unit = note_unit_of(s, token_of(s, source->span.begin));
  if (of.unit == NULL) return false;
  if (source_is_inside_marks(&of)) return true;
  if (!official && !anonymous) return false;
  if (is_share(&of)) return true;
  if (!source_find_verb(&of)) return is_none(&of);
  if (is_none(&of) || (official && is_public(&of)) || source_is_deed(&of)) return true;
  return anonymous && (is_wish(&of) || is_in_clause(&of));
}

/* "So-and-so wrote that he hopes, | on Twitter": the way by which words came that cite nobody. */
static bool carries(const note_scan *s, const isnad_source_note *source, const isnad_source_note *platform) {
  enum { NEAR = 10 };
  bool social = platform->kind == ISNAD_SOURCE_SOCIAL && platform->scope != ISNAD_SCOPE_ARTICLE && platform->named.rule.table == ISNAD_TABLE_OUTLETS;
  if (!social || source->kind == ISNAD_SOURCE_SOCIAL) return false;
  subject of = {.s = s, .source = source};
  of.unit = note_unit_of(s, token_of(s, source->span.begin));
  size_t at = token_of(s, platform->span.begin), from = token_of(s, source->span.end);
  if (of.unit == NULL || at >= of.unit->last || at > from + NEAR || !source_find_verb(&of)) return false;
  for (; from < at; from++)
    if (cited_is_mark(s, from, ".") || (from > of.verb_first && verb_at(&of, from) != NULL)) return false; /* "as | he wrote on" */
  return true;
}

/* A person or body who speaks without vouching for what he says. What one posts is put in writing. */
static bool merely_speaks(const note_scan *s, size_t index) {
  const isnad_source_note *source = &s->sources[index];
  vouch_case c;
  bool may = source->kind == ISNAD_SOURCE_OFFICIAL && source->scope != ISNAD_SCOPE_ARTICLE && source->via.name.length == 0;
  if (!may || !vouch_of_source(&c, s, source)) return false;
  bool posted = index + 1 < s->source_count && carries(s, source, source + 1);
  return posted ? !vouch_may(&c) : !vouch_decide(&c);
}

void source_acts(note_scan *s) {
  bool *gone = s->source_count > 0 ? isnad_arena_array(s->arena, s->source_count, sizeof *gone) : NULL, any = false;
  if (s->source_count == 0) return;
  s->failed = gone == NULL;
  for (size_t i = 0; i < s->source_count && !s->failed; i++) {
    any |= gone[i] = source_cites_nobody(s, &s->sources[i]) || merely_speaks(s, i);
    if (i > 0 && gone[i - 1] && !gone[i]) any |= gone[i] = carries(s, &s->sources[i - 1], &s->sources[i]);
  }
  if (any) source_close_ranks(s, gone);
}

bool source_only_speaks(const note_scan *s, const isnad_quote_note *quote) {
  isnad_source_note source;
  vouch_case c;
  return vouch_of_quote(&c, s, quote, &source) && !vouch_may(&c);
}
