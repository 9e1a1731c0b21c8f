/* Whom one word with the article means: "the ministry", "the union", "the statement", "the paper". The one of that noun who spoke, before one who was
 * only named; a statement is his in whose sentence it was told of, else the body's that spoke last. */
#include "note/names/names.h"
#include "note/speakers/speaker_bearing.h"

#include <string.h>

const quote_speaker *speaker_earlier(const quote_scan *q, size_t back) {
  return back < q->earlier_count && back < SPEAKERS_KEPT ? &q->earlier[(q->earlier_count - 1 - back) % SPEAKERS_KEPT] : NULL;
}

static void take(const quote_speaker *before, quote_speaker *out) {
  out->entity = before->entity;
  out->canonical = before->canonical;
  out->name = before->name;
}

/* "The site of communication | X": the outlet whose name the noun stands before, with adjectives and marks between. */
static bool heads_name(const quote_scan *q, const note_unit *unit, size_t at, isnad_slice head) {
  enum { NEAR = 5 };
  for (size_t i = at; i > unit->first && i + NEAR > at; i--) {
    const isnad_token *token = quote_token(q, i - 1);
    isnad_slice form = speaker_form(q, i - 1);
    if (token->kind == ISNAD_TOKEN_QUOTE) continue;
    if (token->kind != ISNAD_TOKEN_WORD) return false;
    if (isnad_slice_equal(form, head)) return true;
    if (!word_begins(form, LETTER_ALEF, LETTER_LAM)) return false;
  }
  return false;
}

static void take_outlet(const isnad_phrase *outlet, quote_speaker *out) {
  out->entity = isnad_slice_of(isnad_outlets_rows[outlet->row].id);
  out->canonical = isnad_slice_of(isnad_outlets_rows[outlet->row].name);
}

/* "The paper": the one that was named right behind that noun last in the paragraph, though it did not speak. */
static bool take_paper_before(const quote_scan *q, size_t at, quote_speaker *out) {
  enum { FAR = 80 };
  for (size_t back = 1; back <= FAR && at >= q->unit->first + back + 1; back++) {
    const isnad_phrase *outlet = note_hit_at(q->unit, at - back, ISNAD_TABLE_OUTLETS);
    if (outlet == NULL || outlet->cut > 0 || !isnad_slice_equal(speaker_form(q, at - back - 1), out->head)) continue;
    take_outlet(outlet, out);
    return true;
  }
  return false;
}

/* Where no paper has spoken: the one that was named so last, in this paragraph or the three before it. */
static void take_paper_afar(const quote_scan *q, size_t at, quote_speaker *out) {
  enum { FAR = 160, UNITS = 3 };
  size_t looked = 0;
  for (const note_unit *unit = q->unit; unit >= q->s->units && unit + UNITS >= q->unit && looked < FAR; unit--) {
    for (size_t i = unit == q->unit ? at : unit->last; i > unit->first + 1 && looked < FAR; i--, looked++) {
      const isnad_phrase *outlet = note_hit_at(unit, i - 1, ISNAD_TABLE_OUTLETS);
      if (outlet == NULL || outlet->cut > 0 || isnad_outlets_rows[outlet->row].common == ISNAD_OUTLETS_COMMON_YES) continue;
      if (!heads_name(q, unit, i - 1, out->head)) continue;
      take_outlet(outlet, out);
      return;
    }
    if (unit == q->s->units) return;
  }
}

/* "The latter": the person named last before it in the paragraph, by a name or by a title whose bearer is known. */
static void take_latter(const quote_scan *q, size_t at, quote_speaker *out) {
  bool feminine = word_ends(speaker_form(q, at), LETTER_HEH);
  for (size_t i = note_name_from(q->s, quote_token(q, at)->span.begin); i > 0; i--) {
    const isnad_name_note *name = &q->s->names[i - 1];
    if (name->span.begin < quote_token(q, q->unit->first)->span.begin) return;
    if (name->type != ISNAD_NAME_PERSON || name->canonical.length == 0 || q->gender[i - 1] == (feminine ? GENDER_MASCULINE : GENDER_FEMININE))
      continue;
    if (feminine && q->gender[i - 1] != GENDER_FEMININE) return; /* a body or a thing may be meant */
    isnad_span span = out->span;
    speaker_take_name(q, name, out);
    out->span = span;
    return;
  }
}

/* "The Interior of X said ... | The ministry added": the table's name of the one before begins with the noun. */
static bool is_called(const quote_scan *q, size_t at, const quote_speaker *before) {
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  if (before->entity.length == 0 || word.length <= 5 * WORD_LETTER || before->canonical.length <= word.length - 2 * WORD_LETTER) return false;
  isnad_slice noun = {word.bytes + 2 * WORD_LETTER, word.length - 2 * WORD_LETTER};
  return isnad_slice_starts(before->canonical, noun) && before->canonical.bytes[noun.length] == ' ';
}

/* "AT&T said ... | The company added": the noun stands for bodies of the kind that the table tells of the one before. */
static bool is_of_kind(const quote_scan *q, size_t at, const quote_speaker *before) {
  const isnad_phrase *head = before->name >= 0 && before->kind == SPEAKER_BODY ? note_hit_at(q->unit, at, ISNAD_TABLE_ORG_HEADS) : NULL;
  if (head == NULL || head->count > 1) return false;
  const isnad_rule *rule = &q->s->names[before->name].rule;
  if (rule->name != NULL || rule->table != ISNAD_TABLE_ORGANIZATIONS) return false;
  return name_stands_for(isnad_org_heads_rows[head->row].means, isnad_organizations_rows[rule->row].kind);
}

/* "The source", told of a medium that spoke, when the article told of no source without a name: "maṣdar". */
static bool is_the_source(const quote_scan *q, size_t at, isnad_slice noun) {
  enum { BEFORE = 400 };
  bool source = noun.length == 4 * WORD_LETTER && word_letter_at(noun, 0, LETTER_MEEM) && word_ends_in(noun, LETTER_DAL, LETTER_REH);
  const isnad_tokens *tokens = &q->s->page->tokens;
  for (size_t i = at; source && i > 0 && i + BEFORE > at; i--) {
    isnad_slice form = isnad_token_form(tokens, i - 1);
    if (form.length >= noun.length && form.length <= noun.length + WORD_LETTER &&
        memcmp(form.bytes + form.length - noun.length, noun.bytes, noun.length) == 0)
      return false;
  }
  return source;
}

/* "Field sources said ... | And the source added": the plural of the noun spoke. */
static bool is_one_of_them(const quote_speaker *before, isnad_slice noun) {
  char room[ISNAD_STEM_ROOM];
  return before->kind == SPEAKER_ANONYMOUS && !before->definite && before->entity.length == 0 &&
         isnad_slice_equal(isnad_arabic_stem(room, before->head), noun);
}

void speaker_resolve_definite(const quote_scan *q, size_t at, quote_speaker *out) {
  const isnad_phrase *part = note_hit_at(q->unit, at, ISNAD_TABLE_NAME_PARTS);
  if (part != NULL && part->cut == 0 && isnad_name_parts_rows[part->row].role == ISNAD_NAME_PARTS_ROLE_LATTER) {
    if (quote_is_definite(q, at))
      take_latter(q, at, out);
    else
      speaker_take_honoured(q, at, out);
    return;
  }
  bool definite = quote_is_definite(q, at) || word_begins(speaker_form(q, at), LETTER_LAM, LETTER_LAM);
  if (!definite || (out->kind == SPEAKER_MEDIUM && take_paper_before(q, at, out))) return;
  bool statement = out->kind == SPEAKER_DOCUMENT && quote_has_word(q, at, ISNAD_QUOTE_WORDS_ROLE_VENUE);
  bool before_it = q->topic.span.begin < quote_token(q, at)->span.begin;                          /* not in what it says */
  if (statement && q->topic.kind == SPEAKER_BODY && q->topic.canonical.length > 0 && before_it) { /* "X issued a statement. The statement said" */
    take(&q->topic, out);
    return;
  }
  const quote_speaker *before = statement ? speaker_issuing(q, out->head) : NULL;
  for (size_t i = 0; before == NULL && speaker_earlier(q, i) != NULL; i++)
    if (isnad_slice_equal(speaker_earlier(q, i)->head, out->head) || is_called(q, at, speaker_earlier(q, i)) ||
        is_of_kind(q, at, speaker_earlier(q, i)) || is_one_of_them(speaker_earlier(q, i), out->head))
      before = speaker_earlier(q, i);
  const quote_speaker *last = speaker_earlier(q, 0);
  if (before == NULL && out->kind == SPEAKER_ANONYMOUS && last != NULL && (last->kind == SPEAKER_MEDIUM || last->kind == SPEAKER_BODY) &&
      is_the_source(q, at, out->head)) {
    before = last;
    out->kind = last->kind;
  }
  if (before == NULL && !statement && out->kind == SPEAKER_DOCUMENT) before = speaker_writing(q, out->head);
  if (before != NULL) take(before, out);
  if (before == NULL && out->kind == SPEAKER_MEDIUM) take_paper_afar(q, at, out);
}

/* The phrase of the one before holds the name that is known: only its words are more. */
static bool holds(const quote_scan *q, const quote_speaker *before, isnad_slice entity) {
  enum { MOST = 8 };
  size_t low = note_name_from(q->s, before->span.begin);
  for (size_t i = low; i < q->s->name_count && i < low + MOST && q->s->names[i].span.begin < before->span.end; i++)
    if (isnad_slice_equal(q->s->names[i].entity, entity)) return true;
  return false;
}

/* He spoke since the article named the other last. */
static bool is_told_since(const quote_scan *q, const quote_speaker *before, size_t at, isnad_slice other) {
  for (size_t i = note_name_from(q->s, before->span.end); i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->span.begin >= quote_token(q, at)->span.begin) return true;
    if (name->form == ISNAD_FORM_NAME && isnad_slice_equal(name->entity, other)) return false;
  }
  return true;
}

bool speaker_spoke_as(const quote_scan *q, size_t at, quote_speaker *out) {
  const quote_speaker *before;
  if (!quote_is_definite(q, at) || out->kind != SPEAKER_BODY) return false;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++) {
    if (before->kind != SPEAKER_BODY ||
        !(isnad_slice_equal(before->head, out->head) || (is_of_kind(q, at, before) && is_told_since(q, before, at, out->entity))))
      continue;
    if (before->entity.length == 0 && (before->span.end - before->span.begin <= out->span.end - out->span.begin || holds(q, before, out->entity)))
      return false;
    take(before, out);
    return true;
  }
  return false;
}

/* A person of no name, nobody whom the text leaves unnamed, and no body. */
static bool is_description(const quote_speaker *speaker) {
  bool nobody = speaker->kind == SPEAKER_UNKNOWN || speaker->kind == SPEAKER_PERSON;
  return nobody && speaker->entity.length == 0 && speaker->name < 0 && !speaker->several;
}

/* Whether the last speaker can be called by the office: he bears none in the article, or one of that word. */
static bool may_hold(const quote_scan *q, isnad_slice entity, isnad_slice office) {
  bool bears = false;
  for (size_t i = 0; i < q->s->name_count; i++) {
    const isnad_name_note *name = &q->s->names[i];
    if (name->role.begin == name->role.end || !isnad_slice_equal(name->entity, entity)) continue;
    bears = true;
    const isnad_tokens *tokens = &q->s->page->tokens;
    for (size_t at = isnad_tokens_seek(tokens, name->role.begin); at < tokens->count && tokens->items[at].span.begin < name->role.end; at++) {
      isnad_slice form = isnad_token_form(tokens, at); /* with its article or without */
      if (form.length >= office.length && memcmp(form.bytes + form.length - office.length, office.bytes, office.length) == 0) return true;
    }
  }
  return !bears;
}

/* A word that is no office, trade or noun with the article may be another's name: only one that stands in the last speaker's is he. */
static bool names_last(const quote_scan *q, const quote_speaker *out, const quote_speaker *last) {
  size_t at = isnad_tokens_seek(&q->s->page->tokens, out->span.begin);
  if (quote_is_definite(q, at) || speaker_is_title(q, at)) return true;
  const isnad_name_note *name = &q->s->names[last->name];
  isnad_slice word = isnad_slice_at(q->s->page->text, quote_token(q, at)->span);
  for (size_t i = 0; i + word.length <= name->canonical.length; i++)
    if (isnad_slice_starts((isnad_slice){name->canonical.bytes + i, name->canonical.length - i}, word)) return true;
  return false;
}

/* "The producer of the series, X": somebody else has been named right behind the word. */
static bool is_word_of_another(const quote_scan *q, isnad_slice head, const quote_speaker *last, uint32_t before) {
  enum { FAR = 64, NEAR = 4 };
  const isnad_tokens *tokens = &q->s->page->tokens;
  size_t names = note_name_from(q->s, before);
  for (size_t back = 1; back <= FAR && back <= names; back++) {
    const isnad_name_note *name = &q->s->names[names - back];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME || isnad_slice_equal(name->entity, last->entity)) continue;
    size_t at = isnad_tokens_seek(tokens, name->span.begin);
    for (size_t i = at; i > 0 && i + NEAR > at && tokens->items[i - 1].kind == ISNAD_TOKEN_WORD; i--) {
      isnad_slice form = isnad_token_form(tokens, i - 1);
      if (form.length >= head.length && memcmp(form.bytes + form.length - head.length, head.bytes, head.length) == 0) return true;
    }
  }
  return false;
}

/* Nobody else has spoken by name as far as is remembered, and nobody else bears the office or trade before. */
static bool is_only_speaker(const quote_scan *q, const quote_speaker *last, size_t at) {
  const quote_speaker *before;
  for (size_t i = 0; (before = speaker_earlier(q, i)) != NULL; i++)
    if (before->kind == SPEAKER_PERSON && !isnad_slice_equal(before->entity, last->entity)) return false;
  isnad_slice head = speaker_bare_word(q, at);
  if (is_word_of_another(q, head, last, quote_token(q, at)->span.begin)) return false;
  quote_scan other = *q;
  for (size_t i = 0; i < q->bearings->count; i++) {
    const speaker_bearing *bearing = &q->bearings->items[i];
    other.unit = bearing->unit;
    if (isnad_slice_equal(speaker_bare_word(&other, bearing->first), head) && !isnad_slice_equal(bearing->name->entity, last->entity)) return false;
  }
  return true;
}

/* "The Spaniard": no other country than the one that the table of people tells of him. */
static bool may_be_of(const isnad_name_note *name, const isnad_phrase *nation) {
  if (nation == NULL || name->rule.name != NULL || name->rule.table != ISNAD_TABLE_PEOPLE) return true;
  const char *country = isnad_people_rows[name->rule.row].country, *of = isnad_places_rows[nation->row].country;
  return country == NULL || of == NULL || strcmp(country, of) == 0;
}

/* "The player", "the Spanish coach", "the Spaniard": a trade with its article, and adjectives; an office alone may be another's. */
static bool tells_trade(const quote_scan *q, const quote_speaker *out, size_t at, const isnad_name_note *name) {
  size_t end = isnad_tokens_seek(&q->s->page->tokens, out->span.end), from = at + 1;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES), *nation = speaker_nation_at(q, at);
  bool trade = title != NULL && title->cut == 0 && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_PROFESSION && speaker_is_one(q, at);
  bool coach =
      title != NULL && title->cut == 0 && isnad_titles_rows[title->row].office != NULL && strcmp(isnad_titles_rows[title->row].office, "coach") == 0;
  if (!quote_is_definite(q, at) || (!trade && !coach && nation == NULL) || end > q->unit->last) return false;
  if (title != NULL) from = at + title->count;
  if (nation != NULL && title == NULL && q->last.kind == SPEAKER_MEDIUM) return false;
  if (nation != NULL && title == NULL && (end != at + 1 || speaker_is_sound_plural(speaker_form(q, at)) || !may_be_of(name, nation))) return false;
  for (size_t i = from; i < end && !quote_starts(q, i, LETTER_LAM); i++) /* "the former coach | of the club" */
    if (!quote_is_definite(q, i) || !speaker_is_adjective(q, i) || !may_be_of(name, speaker_nation_at(q, i))) return false;
  return true;
}

/* Who spoke last; behind a medium that told of him, the person before it. */
static const quote_speaker *last_person(const quote_scan *q) {
  const quote_speaker *before = q->last.kind == SPEAKER_MEDIUM ? speaker_earlier(q, 1) : NULL;
  return before != NULL && before->kind == SPEAKER_PERSON ? before : &q->last;
}

void speaker_resolve_adder(const quote_scan *q, const quote_verb *verb, quote_speaker *out) {
  const quote_speaker *last = last_person(q);
  if (!is_description(out) || verb->form > FORM_FEMININE) return;
  if (last->kind != SPEAKER_PERSON || last->name < 0 || last->agrees != verb->form || last->canonical.length == 0) return;
  size_t at = isnad_tokens_seek(&q->s->page->tokens, out->span.begin);
  bool adds = quote_has_word(q, verb->first, ISNAD_QUOTE_WORDS_ROLE_ADDS);
  bool answers = verb->row->force == ISNAD_VERBS_FORCE_ANSWERS;                                                  /* another than who asked */
  bool within = at < verb->first && speaker_relation_of(q, verb, &(quote_speaker){.name = -1}) != RELATION_NONE; /* "the journalist | who told him" */
  bool alone = !answers && !within && q->s->names[last->name].form == ISNAD_FORM_NAME && tells_trade(q, out, at, &q->s->names[last->name]) &&
               is_only_speaker(q, last, at);
  if (!adds && !alone) return;
  bool dual = quote_is_definite(q, at) && word_ends_in(speaker_form(q, at), LETTER_ALEF, LETTER_NOON);
  if (dual || speaker_is_people(q, at) || !names_last(q, out, last)) return;
  const isnad_phrase *title = note_hit_at(q->unit, at, ISNAD_TABLE_TITLES);
  bool office = title != NULL && isnad_titles_rows[title->row].kind == ISNAD_TITLES_KIND_OFFICE;
  if (office && !may_hold(q, last->entity, out->head)) return;
  take(last, out);
  out->kind = SPEAKER_PERSON;
}
