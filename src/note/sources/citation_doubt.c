/* What looks like a citation and is none: a verb of another sense, its object, those spoken to. */
#include "note/sources/citation.h"

enum { DAMMA = 0x64F };

/* "That he may reveal", "did not reveal": nothing was said. A quotation mark may stand between. */
static bool is_unreal(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t before = trigger->first, count = 0;
  while (before > unit->first && cited_token(s, before - 1)->kind == ISNAD_TOKEN_QUOTE) before--;
  if (before == unit->first) return false;
  const isnad_phrase *when = before > unit->first + 1 ? note_word_at(unit, before - 2, ISNAD_QUOTE_WORDS_ROLE_WHEN) : NULL;
  isnad_slice verb = cited_form(s, trigger->first);
  bool present = word_letter_at(verb, 0, LETTER_YEH) || word_letter_at(verb, 0, LETTER_TEH);
  if (when != NULL && when->count == 2 && !present) return false; /* "after it | announced" */
  const isnad_phrase *hits = note_hits_at(unit, before - 1, &count);
  for (size_t i = 0; i < count; i++) {
    if (hits[i].table != ISNAD_TABLE_QUOTE_WORDS || hits[i].first + hits[i].count != before) continue;
    isnad_quote_words_role role = isnad_quote_words_rows[hits[i].row].role;
    if (role == ISNAD_QUOTE_WORDS_ROLE_NEGATES) return true;
    if (role == ISNAD_QUOTE_WORDS_ROLE_THAT && word_ends(cited_form(s, before - 1), LETTER_NOON))
      return true; /* right before a verb it is the subjunctive's */
  }
  return false;
}

/* "The crowd | accuses": a definite noun stands right before a verb that no link ties. */
static bool behind_noun(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t before = trigger->first - 1;
  if (trigger->cut > 0 || !cited_is_word(s, unit, before) || !note_is_definite(s, unit, before)) return false;
  return !note_has_hit(unit, before, ISNAD_TABLE_QUOTE_WORDS) && !note_has_hit(unit, before, ISNAD_TABLE_WEEKDAYS) &&
         !note_has_hit(unit, before, ISNAD_TABLE_STOPS) && !note_has_hit(unit, before, ISNAD_TABLE_TIME_WORDS) &&
         !note_has_hit(unit, before, ISNAD_TABLE_MONTHS);
}

/* "A system that | monitors footage": right behind an indefinite noun in the accusative a verb of the present is that noun's. */
static bool behind_accusative(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t before = trigger->first - 1;
  if (trigger->cut > 0 || !cited_is_word(s, unit, before) || note_is_definite(s, unit, before)) return false;
  isnad_slice verb = cited_form(s, trigger->first);
  if (!word_letter_at(verb, 0, LETTER_YEH) && !word_letter_at(verb, 0, LETTER_TEH)) return false;
  if (note_has_hit(unit, before, ISNAD_TABLE_QUOTE_WORDS) || note_has_hit(unit, before, ISNAD_TABLE_TIME_WORDS)) return false;
  return word_ends(cited_form(s, before), LETTER_ALEF) && !note_has_hit(unit, before, ISNAD_TABLE_STOPS);
}

/* "That his country | told X": behind "that" and a word the verb has its subject before it. */
static bool behind_subject(const note_scan *s, const note_unit *unit, size_t at) {
  enum { FAR = 4 };
  for (size_t back = 1; back <= FAR && at >= unit->first + back && cited_is_word(s, unit, at - back); back++)
    if (note_has_word(unit, at - back, ISNAD_QUOTE_WORDS_ROLE_THAT)) return back > 1;
  return false;
}

/* "Missiles that threaten the troops": behind a relative the subject of a verb that takes an object stands before it. */
static bool has_object(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first) return false;
  if (behind_accusative(s, unit, trigger)) return true;
  bool relative = note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb == NULL) return false;
  if (isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_TELLS && trigger->cut == 0 && behind_subject(s, unit, trigger->first)) return true;
  if (!relative && !behind_noun(s, unit, trigger)) return false;
  switch (isnad_verbs_rows[verb->row].force) {
  case ISNAD_VERBS_FORCE_THREATENS:
  case ISNAD_VERBS_FORCE_ACCUSES:
  case ISNAD_VERBS_FORCE_CRITICIZES:
  case ISNAD_VERBS_FORCE_SUPPORTS:
  case ISNAD_VERBS_FORCE_WARNS:
    return true;
  default:
    return false;
  }
}

/* Behind a preposition, or behind a noun that takes one, it is the noun of the same letters: "without the mention of the company", "stopped the
 * airing of a series". */
static bool is_noun(const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first || trigger->cut > 0) return false;
  if (note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_GOVERNS)) return true;
  const isnad_phrase *preposition = note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  return preposition != NULL && preposition->count == 1 && !note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS);
}

/* Ba is a proclitic where a table knows the word behind it, or where the word is definite. */
bool cited_is_granted(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  size_t at = trigger->first + trigger->count;
  if (cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_PREPOSITION || trigger->count > 1 || !cited_is_word(s, unit, at)) return false;
  isnad_slice form = cited_form(s, at), rest = {form.bytes + WORD_LETTER, form.length > WORD_LETTER ? form.length - WORD_LETTER : 0};
  const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_HEADS);
  return word_letter_at(form, 0, LETTER_BEH) && (word_begins(rest, LETTER_ALEF, LETTER_LAM) || (head != NULL && head->cut > 0));
}

static bool is_plural(isnad_slice verb) { return word_ends_in(verb, LETTER_WAW, LETTER_ALEF) || word_ends_in(verb, LETTER_WAW, LETTER_NOON); }

/* "She said that she | informed the ministry": the pronoun on "that" is the subject. */
static bool has_pronoun_subject(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  if (trigger->first == unit->first || trigger->cut > 0) return false;
  const isnad_phrase *that = note_word_at(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_THAT);
  return that != NULL && that->count == 1 && !word_ends(cited_form(s, trigger->first - 1), LETTER_NOON);
}

static bool is_medium(isnad_source_kind kind) {
  return kind == ISNAD_SOURCE_AGENCY || kind == ISNAD_SOURCE_OUTLET || kind == ISNAD_SOURCE_SOCIAL || kind == ISNAD_SOURCE_FOOTAGE;
}

/* Behind "may" and "can" a verb of the present is not said to report ("that may benefit | the management"). */
static bool may_serve(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  isnad_slice verb = cited_form(s, trigger->first);
  if (trigger->first == unit->first || trigger->cut > 0) return false;
  bool present = word_letter_at(verb, 0, LETTER_YEH) || word_letter_at(verb, 0, LETTER_TEH);
  return present && !word_ends(verb, LETTER_TEH) && note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_HELPS) &&
         !note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_SUBORDINATE);
}

/* "Hundreds of attacks | happen": some or many of a kind are believed to speak only where the verb's own preposition or the words follow. */
static bool is_quantity(const note_unit *unit, const cited *found) {
  const isnad_phrase *head = note_hit_at(unit, found->first, ISNAD_TABLE_HEADS);
  return found->kind == ISNAD_SOURCE_ANONYMOUS && head != NULL && isnad_heads_rows[head->row].takes == ISNAD_HEADS_TAKES_OF &&
         isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_ANONYMOUS;
}

/* "That", words in marks, a colon, or at once what somebody comes out with ("gave | a statement"): a verb that is none of reporting alone says
 * something only so ("completed | her round"). */
static bool states(const note_scan *s, const note_unit *unit, const cited *found) {
  enum { NEAR = 12 };
  if (cited_is_word(s, unit, found->last) && word_letter_at(cited_form(s, found->last), 0, LETTER_BEH)) return true;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    isnad_slice form = cited_form(s, at);
    bool mark = cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT;
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE || (mark && form.bytes[0] == ':'))
      return true;
    if (mark && form.bytes[0] == '.') return false;
  }
  return false;
}

static bool says_of_it(const note_scan *s, const note_unit *unit, const isnad_phrase *verb, const cited *found) {
  enum { NEAR = 14 };
  isnad_verbs_also also = isnad_verbs_rows[verb->row].also;
  bool about = also == ISNAD_VERBS_ALSO_AN, to = also == ISNAD_VERBS_ALSO_ILA;
  if (isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_REVEALS) return states(s, unit, found); /* "reveals | much of what is to come" */
  if (!about && !to && isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_WRITES) return true;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    isnad_slice form = cited_form(s, at);
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return true;
    if ((about && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT)) || (to && note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_TO))) return true;
    if (cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT && form.bytes[0] == ':') return true;
    if (cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT && form.bytes[0] == '.') return false;
  }
  return false;
}

size_t cited_behind_aside(const note_scan *s, const note_unit *unit, size_t at) {
  enum { MOST = 8 };
  const isnad_phrase *how = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_ASIDE);
  if (how != NULL && how->cut == 0) return how->first + how->count; /* "unanimously" begins with ba too */
  bool mark = at < unit->last && cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT;
  bool opens = mark || note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION) ||
               (cited_is_word(s, unit, at) && word_letter_at(cited_form(s, at), 0, LETTER_LAM)); /* "for the first time", ", on Sunday," */
  for (size_t i = at; opens && i < unit->last && i < at + MOST; i++)
    if (word_letter_at(cited_form(s, i), 0, LETTER_BEH) && isnad_arabic_proclitics(cited_form(s, i)) >= WORD_LETTER) return i;
  return at;
}

/* "The parliament passed | the law", written like "admitted": who admits does it with ba or "that". "The reporter answered | a man": she says
 * nothing. */
static bool is_deed_without_words(const note_scan *s, const note_unit *unit, const isnad_phrase *verb, const cited *found) {
  const isnad_verbs_row *row = &isnad_verbs_rows[verb->row];
  bool passes = row->force == ISNAD_VERBS_FORCE_ADMITS && row->sure == ISNAD_VERBS_SURE_NO;
  bool answers = row->force == ISNAD_VERBS_FORCE_ANSWERS && is_medium(found->kind);
  if (!passes && !answers) return false;
  cited rest = *found;
  rest.last = cited_behind_aside(s, unit, found->last);
  return !states(s, unit, &rest);
}

/* The preposition before what a verb says: "expressed | about"; one that crosses a border crosses it "to". */
static bool has_own_preposition(const note_unit *unit, size_t at, isnad_verbs_also also) {
  switch (also) {
  case ISNAD_VERBS_ALSO_NONE:
    return false;
  case ISNAD_VERBS_ALSO_AN:
    return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  default:
    return note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
  }
}

/* "Revealed, on Sunday, | the identity of": what one tells of, not what one shows. */
static bool tells_of(const note_scan *s, const note_unit *unit, const isnad_phrase *verb, const cited *found) {
  if (isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_REVEALS || found->kind != ISNAD_SOURCE_OFFICIAL) return false;
  size_t at = found->last;
  while (at < unit->last && (note_has_hit(unit, at, ISNAD_TABLE_WEEKDAYS) || cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT)) at++;
  const isnad_phrase *object = note_word_at(unit, at, ISNAD_QUOTE_WORDS_ROLE_OBJECT);
  return object != NULL && object->cut == 0 && !note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_SHOWN);
}

/* A verb that is also another word ("suspended" is written like "commented") cites somebody where what he says follows. Media need no more. */
static bool lacks_statement(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  enum { NEAR = 14 };
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  if (verb != NULL && is_deed_without_words(s, unit, verb, found)) return true;
  bool documents = verb != NULL && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SHOWS &&
                   isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_CONFIRMS && found->kind != ISNAD_SOURCE_ANONYMOUS;
  bool opens = trigger->first == unit->first || trigger->cut > 0 || cited_token(s, trigger->first - 1)->kind == ISNAD_TOKEN_PUNCT;
  bool revealed = opens && verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_REVEALS && found->kind == ISNAD_SOURCE_DOCUMENT &&
                  note_is_definite(s, unit, found->first);
  if (is_medium(found->kind) || documents || revealed) return false; /* "the report documented | 12 cases", "the study revealed | a link" */
  if (cited_tightens(s, unit, trigger, found)) return true;
  if (verb == NULL) return is_quantity(unit, found) && cited_trigger(trigger)->force == ISNAD_TRIGGERS_FORCE_SAYS && !states(s, unit, found);
  if (is_quantity(unit, found) && !says_of_it(s, unit, verb, found)) return true;
  bool served = may_serve(s, unit, trigger);
  bool agrees = isnad_verbs_rows[verb->row].also == ISNAD_VERBS_ALSO_ALA && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_SAYS;
  if (agrees && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_NO && !states(s, unit, found)) return true; /* "agreed on the restoration" */
  if (isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES && !served) return false;
  if (!served && tells_of(s, unit, verb, found)) return false;
  isnad_verbs_also also = isnad_verbs_rows[verb->row].also;
  if (!served && (also == ISNAD_VERBS_ALSO_OBJECT || also == ISNAD_VERBS_ALSO_BI || also == ISNAD_VERBS_ALSO_BI_OBJECT)) return false;
  for (size_t at = found->last; at < unit->last && at < found->last + NEAR; at++) {
    isnad_slice form = cited_form(s, at);
    bool mark = cited_token(s, at)->kind == ISNAD_TOKEN_PUNCT;
    if (note_has_word(unit, at, ISNAD_QUOTE_WORDS_ROLE_THAT) || cited_token(s, at)->kind == ISNAD_TOKEN_QUOTE) return false;
    if (!served && has_own_preposition(unit, at, also)) return false;
    if (mark && form.bytes[0] == ':') return false;
    if (mark && form.bytes[0] == '.') return true;
  }
  return true;
}

/* "Adopted": an attack by those who fight, a law by a parliament. */
static bool is_adoption(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (cited_trigger(trigger)->force != ISNAD_TRIGGERS_FORCE_CLAIMS || note_has_hit(unit, trigger->first, ISNAD_TABLE_VERBS)) return false;
  for (size_t at = found->first; at < found->last; at++) {
    const isnad_phrase *head = note_hit_at(unit, at, ISNAD_TABLE_ORG_HEADS), *body = note_hit_at(unit, at, ISNAD_TABLE_ORGANIZATIONS);
    bool group = head != NULL && (isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_GROUP ||
                                  isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_PARTY);
    if (group || (body != NULL && isnad_organizations_rows[body->row].kind == ISNAD_ORGANIZATIONS_KIND_ARMED_GROUP)) return false;
  }
  return found->kind == ISNAD_SOURCE_OFFICIAL;
}

/* "Showed" has what was seen for its subject, not people. */
static bool suits_verb(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  const isnad_triggers_row *row = cited_trigger(trigger);
  isnad_slice verb = cited_form(s, trigger->first + trigger->count - 1);
  if (is_adoption(unit, trigger, found) || has_pronoun_subject(s, unit, trigger) || lacks_statement(s, unit, trigger, found) ||
      cited_is_object(s, unit, trigger, found))
    return false;
  if (is_plural(verb)) return false; /* a verb before its subject is singular: this is its object */
  if (row->force == ISNAD_TRIGGERS_FORCE_SHOWS) return found->kind != ISNAD_SOURCE_ANONYMOUS;
  size_t last = trigger->first + trigger->count - 1;
  bool publishes = note_has_word(unit, trigger->first, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES);
  bool about = trigger->count > 1 && note_has_word(unit, last, ISNAD_QUOTE_WORDS_ROLE_ABOUT);
  if (publishes && found->kind == ISNAD_SOURCE_DOCUMENT && found->named.id.length == 0) return false;  /* "was published | the report" */
  if (about && found->kind == ISNAD_SOURCE_DOCUMENT) return false;                                     /* "announced an agreement" */
  if (row->force == ISNAD_TRIGGERS_FORCE_DENIES && found->kind == ISNAD_SOURCE_DOCUMENT) return false; /* "denied the report" */
  return found->kind != ISNAD_SOURCE_FOOTAGE; /* "published footage": the footage is what was published */
}

/* "As also was published | a picture": what is published tells of nobody who says so. */
static bool is_published(const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (found->kind != ISNAD_SOURCE_FOOTAGE || cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_PREPOSITION) return false;
  return note_has_word(unit, trigger->first + trigger->count - 1, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES);
}

bool cited_suits(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger, const cited *found) {
  if (is_published(unit, trigger, found)) return false;
  return cited_trigger(trigger)->form != ISNAD_TRIGGERS_FORM_VERB || suits_verb(s, unit, trigger, found);
}

/* A damma on the first letter of a past form: "was published". */
static bool is_passive(const note_scan *s, const isnad_phrase *trigger) {
  isnad_slice form = cited_form(s, trigger->first), text = isnad_slice_at(s->page->text, cited_token(s, trigger->first)->span);
  size_t letter = trigger->cut;
  if (word_letter_at(form, letter, LETTER_YEH) || word_letter_at(form, letter, LETTER_TEH)) return false; /* of the present it may be active */
  return word_letter_at(text, letter + WORD_LETTER, DAMMA);
}

/* "The ministry will announce": nothing was said yet. */
static bool is_future(const note_scan *s, const isnad_phrase *trigger) {
  return trigger->cut >= WORD_LETTER && word_letter_at(cited_form(s, trigger->first), trigger->cut - WORD_LETTER, LETTER_SEEN);
}

/* "The factory, which | the company hopes": a wish inside what is told of somebody else. */
static bool is_side_wish(const note_unit *unit, const isnad_phrase *trigger) {
  const isnad_phrase *verb = note_hit_at(unit, trigger->first, ISNAD_TABLE_VERBS);
  return verb != NULL && isnad_verbs_rows[verb->row].force == ISNAD_VERBS_FORCE_WISHES && trigger->first > unit->first &&
         note_has_word(unit, trigger->first - 1, ISNAD_QUOTE_WORDS_ROLE_RELATIVE);
}

bool cited_is_verb(const note_scan *s, const note_unit *unit, const isnad_phrase *trigger) {
  return !is_future(s, trigger) && !is_side_wish(unit, trigger) && !is_passive(s, trigger) && !is_unreal(s, unit, trigger) &&
         cited_is_verb_cut(s, trigger) && !is_noun(unit, trigger) && !has_object(s, unit, trigger);
}

bool cited_is_thing(const note_scan *s, const note_unit *unit, const cited *found) {
  if (found->kind == ISNAD_SOURCE_FOOTAGE) return true;
  return found->kind == ISNAD_SOURCE_OUTLET && found->named.id.length == 0 && found->named.rule.table == ISNAD_TABLE_HEADS &&
         isnad_heads_rows[found->named.rule.row].takes == ISNAD_HEADS_TAKES_NAME && !note_is_definite(s, unit, found->first) &&
         cited_token(s, found->last - 1)->kind == ISNAD_TOKEN_WORD && found->last > found->first + 1;
}
