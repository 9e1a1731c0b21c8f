/* Citations were read before the names were: here they get the names that begin with their words, and the holders of their offices. */
#include "note/quotes/quote.h"

#include <string.h>

static bool overlap(isnad_span a, isnad_span b) { return a.begin < b.end && b.begin < a.end; }

static void take_name(isnad_source_note *source, const isnad_name_note *name) {
  source->named.id = name->entity;
  source->named.name = name->canonical;
  source->named.span = name->span;
  if (source->span.end < name->span.end) source->span.end = name->span.end;
}

/* The body whose name begins with the words that the citation took, and is as long or longer. */
static bool is_body_of(const isnad_source_note *source, const isnad_name_note *name) {
  bool body = name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY;
  return body && source->named.id.length == 0 && name->entity.length > 0 && name->span.begin == source->named.span.begin &&
         name->span.end >= source->named.span.end;
}

/* The person whose office, as the names tell, are the words of the citation. */
static bool is_holder(const isnad_source_note *source, const isnad_name_note *name) {
  return name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->role.begin < name->role.end &&
         name->span.begin >= source->span.begin && overlap(name->role, source->named.span);
}

/* "The minister of agriculture, | So-and-so,": the bearer of the office in apposition. `office`: the noun phrase that the source's words begin. */
static bool is_apposed(const note_scan *s, const isnad_name_note *office, const isnad_name_note *name) {
  enum { BETWEEN = 48, COMMA_BYTES = 2 }; /* bytes: a doctor, "whose term ends" may stand between */
  static const char comma[COMMA_BYTES] = {(char)0xD8, (char)0x8C};
  bool same = office->form == ISNAD_FORM_NOMINAL && office->type == ISNAD_NAME_PERSON && office->entity.length > 0 && name->form == ISNAD_FORM_NAME &&
              isnad_slice_equal(office->entity, name->entity);
  if (!same || name->span.begin < office->span.end + 1 || name->span.begin > office->span.end + BETWEEN) return false;
  isnad_slice between = isnad_slice_at(s->page->text, (isnad_span){office->span.end, name->span.begin});
  return between.bytes[0] == ',' || isnad_slice_starts(between, (isnad_slice){comma, COMMA_BYTES});
}

/* "A spokesman in the name of | X": X is whom he speaks for. *unit goes on with the citations, which are in page order as the units are. */
static bool ends_in_preposition(const note_scan *s, const isnad_source_note *source, size_t *unit) {
  size_t at = isnad_tokens_seek(&s->page->tokens, source->named.span.end);
  while (*unit < s->unit_count && s->units[*unit].last < at) ++*unit;
  bool inside = *unit < s->unit_count && s->units[*unit].first < at;
  return inside && note_has_word(&s->units[*unit], at - 1, ISNAD_QUOTE_WORDS_ROLE_PREPOSITION);
}

bool source_ends_open(const note_scan *s, const isnad_source_note *source) {
  uint32_t end = source->named.span.end;
  size_t last = isnad_tokens_seek(&s->page->tokens, end), first = isnad_tokens_seek(&s->page->tokens, source->named.span.begin + 1);
  if (last < first + 1) return false; /* one word */
  for (size_t i = note_name_from(s, source->named.span.begin); i < s->name_count && s->names[i].span.begin < end; i++)
    if (s->names[i].span.end == end && s->names[i].type != ISNAD_NAME_PERSON) return false;
  isnad_slice form = isnad_token_form(&s->page->tokens, last - 1);
  return !word_begins(form, LETTER_ALEF, LETTER_LAM) && !word_ends(form, LETTER_YEH);
}

/* "A spokesman of | the deputy minister X": the name bears the office of whom he speaks for. */
static bool is_spokesman_of(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name, size_t unit) {
  size_t at = isnad_tokens_seek(&s->page->tokens, source->named.span.begin + 1);
  if (name->role.begin <= source->named.span.begin || at == 0 || unit >= s->unit_count) return false;
  const isnad_phrase *title = note_hit_at(&s->units[unit], at - 1, ISNAD_TABLE_TITLES);
  return title != NULL && isnad_titles_rows[title->row].office != NULL && strcmp(isnad_titles_rows[title->row].office, "spokesman") == 0;
}

static bool is_single(const note_scan *s, isnad_span span) {
  size_t last = isnad_tokens_seek(&s->page->tokens, span.end), first = isnad_tokens_seek(&s->page->tokens, span.begin + 1);
  return last <= first;
}

/* One word without the article. */
static bool is_single_noun(const note_scan *s, isnad_span span) {
  size_t last = isnad_tokens_seek(&s->page->tokens, span.end), first = isnad_tokens_seek(&s->page->tokens, span.begin + 1);
  return last == first && last > 0 && !word_begins(isnad_token_form(&s->page->tokens, last - 1), LETTER_ALEF, LETTER_LAM);
}

/* "The director of the office of | Putin": a noun without its article ends the words, and somebody whose office they are not follows at once. */
static bool is_owner(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name) {
  bool person = name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->role.begin >= name->role.end;
  bool written = source->kind == ISNAD_SOURCE_DOCUMENT; /* "a letter of | So-and-so" */
  bool open = written ? is_single_noun(s, source->named.span) : source->kind == ISNAD_SOURCE_OFFICIAL && source_ends_open(s, source);
  return person && open && name->span.begin == source->named.span.end + 1;
}

/* "The leaders of the group | of seven": a name that goes over the end of the words, or an office that begins with them, ends them. */
static void stretch(const note_scan *s, isnad_source_note *source) {
  enum { BEFORE = 96, MOST = 12 }; /* bytes; names looked at */
  uint32_t begin = source->named.span.begin, end = source->named.span.end;
  size_t i = note_name_from(s, begin);
  for (size_t n = 0; i < s->name_count && n < MOST && s->names[i].span.begin <= end + 1 && end - begin < BEFORE; i++, n++) {
    const isnad_name_note *name = &s->names[i];
    bool office = name->span.begin == begin && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NOMINAL;
    bool body = name->type == ISNAD_NAME_ORGANIZATION || name->type == ISNAD_NAME_FACILITY || name->type == ISNAD_NAME_OUTLET ||
                name->type == ISNAD_NAME_PRODUCT;
    bool bearer = name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.begin > begin; /* "the office of Melania | Trump" */
    bool crosses = name->type == ISNAD_NAME_OUTLET && note_unquoted(s, name->span).bytes != isnad_slice_at(s->page->text, name->span).bytes;
    bool inside = name->span.begin < end && !crosses && (office || body || bearer);
    if (name->span.end > source->named.span.end && (inside || is_owner(s, source, name))) source->named.span.end = name->span.end;
  }
  if (source->named.span.end == end) return;
  source->named.name = note_name_text(s, source->named.span);
  if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
}

/* "The foreign minister": the office itself, of which the article or the table of holders tells whose it is. */
static bool is_office(const isnad_source_note *source, const isnad_name_note *name) {
  return source->named.id.length == 0 && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NOMINAL && name->entity.length > 0 &&
         name->span.begin == source->named.span.begin && name->span.end >= source->named.span.end;
}

/* Nothing but adjectives with the article, and if `purpose` what the body is for, stands between two offsets ("the club X, | the German one for
 * football"). */
static bool only_describes(const note_scan *s, uint32_t begin, uint32_t end, bool purpose) {
  for (size_t at = isnad_tokens_seek(&s->page->tokens, begin); at < s->page->tokens.count && s->page->tokens.items[at].span.begin < end; at++) {
    isnad_slice form = isnad_token_form(&s->page->tokens, at);
    if (s->page->tokens.items[at].kind != ISNAD_TOKEN_WORD) continue;
    if (!word_begins(form, LETTER_ALEF, LETTER_LAM) && !(purpose && word_letter_at(form, 0, LETTER_LAM))) return false;
  }
  return true;
}

/* "Amnesty International, | the rights body": a name of the tables that adjectives go on. */
static bool is_body_described(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name) {
  bool shorter = name->type == ISNAD_NAME_ORGANIZATION && name->form == ISNAD_FORM_NAME && source->named.id.length == 0 && name->entity.length > 0 &&
                 name->entity.bytes[0] != '@' && name->span.begin == source->named.span.begin && name->span.end < source->named.span.end;
  return shorter && source->kind == ISNAD_SOURCE_OFFICIAL && only_describes(s, name->span.end, source->named.span.end, false);
}

/* "The company | Uber", "the club | Udinese": the body that bears the name behind its noun (column `means` of org_heads.tsv), marks between. */
static bool bears_name(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name, size_t *unit) {
  bool inside = name->type == ISNAD_NAME_ORGANIZATION && name->form == ISNAD_FORM_NAME && name->entity.length > 0 &&
                name->span.begin > source->named.span.begin && source->named.id.length == 0;
  if (!inside || !only_describes(s, name->span.end, source->named.span.end, true)) return false;
  size_t first = isnad_tokens_seek(&s->page->tokens, source->named.span.begin + 1), at = isnad_tokens_seek(&s->page->tokens, name->span.begin + 1);
  while (*unit < s->unit_count && s->units[*unit].last < first) ++*unit;
  if (*unit == s->unit_count || first == 0 || s->units[*unit].first > first - 1) return false;
  const isnad_phrase *head = note_hit_at(&s->units[*unit], first - 1, ISNAD_TABLE_ORG_HEADS);
  const isnad_phrase *agency = note_hit_at(&s->units[*unit], first - 1, ISNAD_TABLE_HEADS);
  bool rates = agency != NULL && name->entity.bytes[0] != '@' && (agency->count > 1 || isnad_heads_rows[agency->row].kind == ISNAD_HEADS_KIND_AGENCY);
  if (head == NULL || head->count > 1 || (isnad_org_heads_rows[head->row].means == ISNAD_ORG_HEADS_MEANS_ABSENT && !rates)) return false;
  return at == first + 1 || (at == first + 2 && s->page->tokens.items[first].kind == ISNAD_TOKEN_QUOTE);
}

/* "The Italian oil company, the giant one | "Eni"": the body that is named right behind words that say what it is; a mark may stand between. */
static bool is_called(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name, size_t *unit) {
  bool known = name->type == ISNAD_NAME_ORGANIZATION && name->entity.length > 0 && name->entity.bytes[0] != '@';
  bool open = source->named.id.length == 0 || source->named.id.bytes[0] == '@';
  if (!known || !open || name->span.begin <= source->named.span.end) return false;
  const isnad_tokens *tokens = &s->page->tokens;
  size_t first = isnad_tokens_seek(tokens, source->named.span.begin + 1), last = isnad_tokens_seek(tokens, source->named.span.end);
  size_t at = isnad_tokens_seek(tokens, name->span.begin);
  while (*unit < s->unit_count && s->units[*unit].last < first) ++*unit;
  if (*unit == s->unit_count || first == 0 || last < first + 1 || first - 1 < s->units[*unit].first || last > s->units[*unit].last) return false;
  const isnad_phrase *head = note_hit_at(&s->units[*unit], first - 1, ISNAD_TABLE_ORG_HEADS);
  bool body =
      head != NULL && isnad_org_heads_rows[head->row].means != ISNAD_ORG_HEADS_MEANS_ABSENT && note_is_definite(s, &s->units[*unit], last - 1);
  return body && (at == last || (at == last + 1 && tokens->items[last].kind == ISNAD_TOKEN_QUOTE));
}

/* "Our reporter": the outlet that prints the article, where it is known. */
static bool is_own_reporter(const isnad_source_note *source) {
  const isnad_rule *rule = &source->named.rule;
  if (source->kind != ISNAD_SOURCE_OUTLET || source->named.id.length > 0 || rule->name != NULL || rule->table != ISNAD_TABLE_HEADS) return false;
  const isnad_heads_row *row = &isnad_heads_rows[rule->row];
  return row->kind == ISNAD_HEADS_KIND_OUTLET && row->takes == ISNAD_HEADS_TAKES_LI;
}

/* "The civil defence | in Sydney": a body whose name the place behind it, already read, goes on. */
static bool is_body_at_place(const note_scan *s, const isnad_source_note *source, const isnad_name_note *name) {
  enum { PREFIX = 4, CODE = 2 }; /* "org.", "au" */
  bool body = name->type == ISNAD_NAME_ORGANIZATION && source->named.id.length == 0 && name->entity.length > 0 &&
              name->span.begin == source->named.span.begin && name->span.end < source->named.span.end;
  if (!body || source->kind != ISNAD_SOURCE_OFFICIAL) return false;
  bool state = isnad_slice_starts(name->entity, isnad_slice_of("org.")) && !isnad_slice_starts(name->entity, isnad_slice_of("org.int."));
  for (size_t i = note_name_from(s, name->span.end); i < s->name_count && s->names[i].span.begin < source->named.span.end; i++) {
    isnad_slice place = s->names[i].entity;
    if (s->names[i].type != ISNAD_NAME_PLACE || s->names[i].span.end != source->named.span.end) continue;
    bool same = place.length >= CODE && name->entity.length > PREFIX + CODE && memcmp(place.bytes, name->entity.bytes + PREFIX, CODE) == 0;
    return !state || same; /* the authority of another state is not meant */
  }
  return false;
}

static void take_id(isnad_source_note *source, const isnad_name_note *name) {
  source->named.id = name->entity;
  source->named.name = name->canonical;
}

static void settle(const note_scan *s, isnad_source_note *source, size_t *unit) {
  enum { NEAR = 120, MOST = 6 }; /* bytes behind the office; names looked at */
  size_t first = note_name_from(s, source->named.span.begin);
  for (size_t i = first; i < s->name_count && i < first + MOST && s->names[i].span.begin <= source->named.span.end + NEAR; i++) {
    if (is_called(s, source, &s->names[i], unit)) {
      source->named.span.end = s->names[i].span.end;
      if (source->span.end < source->named.span.end) source->span.end = source->named.span.end;
      take_id(source, &s->names[i]);
      return;
    }
    if (bears_name(s, source, &s->names[i], unit)) {
      take_id(source, &s->names[i]);
      return;
    }
    if (is_body_at_place(s, source, &s->names[i]) || is_body_described(s, source, &s->names[i])) {
      source->named.id = s->names[i].entity;
      return;
    }
    bool apposed = s->names[first].span.begin == source->named.span.begin && is_apposed(s, &s->names[first], &s->names[i]);
    bool holds = is_holder(source, &s->names[i]) && !ends_in_preposition(s, source, unit) && !is_spokesman_of(s, source, &s->names[i], *unit);
    if (!apposed && !is_body_of(source, &s->names[i]) && !holds) continue;
    take_name(source, &s->names[i]);
    return;
  }
  if (first < s->name_count && is_office(source, &s->names[first])) take_name(source, &s->names[first]);
}

/* A given name that is also a word for a document: the person whose name begins with it. */
static bool is_person(const note_scan *s, isnad_source_note *source) {
  size_t at = note_name_from(s, source->named.span.begin);
  const isnad_name_note *name = at < s->name_count ? &s->names[at] : NULL;
  bool longer = name != NULL && name->type == ISNAD_NAME_PERSON && name->form == ISNAD_FORM_NAME && name->span.begin == source->named.span.begin &&
                name->span.end > source->named.span.end;
  if (!longer || source->kind != ISNAD_SOURCE_DOCUMENT) return false;
  take_name(source, name);
  return true;
}

/* "Doctors | without Borders": a body of the tables whose name begins as unnamed people do. */
static bool is_body_of_people(const note_scan *s, isnad_source_note *source) {
  size_t at = note_name_from(s, source->named.span.begin);
  const isnad_name_note *name = at < s->name_count ? &s->names[at] : NULL;
  bool body = name != NULL && name->type == ISNAD_NAME_ORGANIZATION && name->form == ISNAD_FORM_NAME && name->entity.length > 0 &&
              name->entity.bytes[0] != '@' && name->span.begin == source->named.span.begin && name->span.end >= source->named.span.end;
  if (!body || source->kind != ISNAD_SOURCE_ANONYMOUS || is_single(s, name->span)) return false;
  take_name(source, name);
  return true;
}

/* "Lacroix said" behind "Jean-Pierre Lacroix": a medium of one word that is the surname of somebody whom the article has named. */
static bool is_surname(const note_scan *s, isnad_source_note *source) {
  enum { MOST = 400 };
  bool medium = source->kind == ISNAD_SOURCE_OUTLET && source->named.rule.table == ISNAD_TABLE_OUTLETS && is_single(s, source->named.span);
  isnad_slice word = isnad_slice_at(s->page->text, source->named.span);
  size_t at = isnad_tokens_seek(&s->page->tokens, source->named.span.begin);
  if (at > 0 && s->page->tokens.items[at - 1].kind == ISNAD_TOKEN_QUOTE) return false; /* a paper's name in marks */
  for (size_t i = 0; medium && i < s->name_count && i < MOST && s->names[i].span.end < source->named.span.begin; i++) {
    const isnad_name_note *name = &s->names[i];
    if (name->type != ISNAD_NAME_PERSON || name->form != ISNAD_FORM_NAME) continue;
    isnad_slice whole = isnad_slice_at(s->page->text, name->span);
    if (whole.length <= word.length + 1 || whole.bytes[whole.length - word.length - 1] != ' ') continue;
    if (memcmp(whole.bytes + whole.length - word.length, word.bytes, word.length) != 0) continue;
    source->named.id = name->entity;
    source->named.name = name->canonical;
    return true;
  }
  return false;
}

void source_settle(note_scan *s) {
  size_t unit = 0;
  for (size_t i = 0; i < s->source_count; i++) {
    isnad_source_note *source = &s->sources[i];
    if (is_person(s, source) || is_body_of_people(s, source) || is_surname(s, source)) {
      source->kind = ISNAD_SOURCE_OFFICIAL;
      continue;
    }
    if (source->named.id.length == 0 && source->named.rule.table == ISNAD_TABLE_HEADS) stretch(s, source);
    if (is_own_reporter(source) && s->article->outlet.id.length > 0) {
      source->named.id = s->article->outlet.id;
      source->named.name = s->article->outlet.name;
    }
    if (source->kind == ISNAD_SOURCE_OFFICIAL && source->scope != ISNAD_SCOPE_ARTICLE) settle(s, source, &unit);
  }
}
