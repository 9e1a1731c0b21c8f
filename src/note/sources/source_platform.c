/* Where somebody wrote: a platform beside its author is no source of its own, but the way by which his words came ("So-and-so wrote on Facebook
 * that"). It stays a source where nobody in its sentence is told to speak. */
#include "note/sources/source_subject.h"

#define GONE SIZE_MAX

static bool is_platform(const isnad_source_note *source) {
  return source->kind == ISNAD_SOURCE_SOCIAL && source->scope != ISNAD_SCOPE_ARTICLE && source->named.rule.name == NULL &&
         source->named.rule.table == ISNAD_TABLE_OUTLETS;
}

static bool may_write(const isnad_source_note *source) {
  bool account = source->kind == ISNAD_SOURCE_SOCIAL && !is_platform(source);                           /* "the account of the federation" */
  bool issued = source->kind == ISNAD_SOURCE_DOCUMENT && source->span.begin < source->named.span.begin; /* "published a statement | on X" */
  return (issued || source->kind == ISNAD_SOURCE_OFFICIAL || source->kind == ISNAD_SOURCE_ANONYMOUS || account) &&
         source->scope != ISNAD_SCOPE_ARTICLE && source->via.name.length == 0;
}

/* The author of the words on a platform among the sources of its sentence, `within`: the nearest before it, else the nearest behind. */
static size_t author_of(const note_scan *s, size_t platform, isnad_span within) {
  for (size_t i = platform; i > 0 && s->sources[i - 1].span.begin >= within.begin; i--)
    if (may_write(&s->sources[i - 1])) return i - 1;
  for (size_t i = platform + 1; i < s->source_count && s->sources[i].span.begin < within.end; i++)
    if (may_write(&s->sources[i])) return i;
  return GONE;
}

/* "Added on Twitter, after | Israel admitted", "recalled on Twitter that | Kim spoke": who stands behind the platform in a clause of its own did not
 * write there. */
static bool is_apart(const note_scan *s, const note_unit *u, const isnad_source_note *platform, isnad_span author) {
  size_t last = isnad_tokens_seek(&s->page->tokens, author.begin);
  for (size_t at = isnad_tokens_seek(&s->page->tokens, platform->span.end); at < last && at < u->last; at++)
    if (note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_WHEN) || note_has_word(u, at, ISNAD_QUOTE_WORDS_ROLE_THAT)) return true;
  return false;
}

/* "On | his account on X": a pronoun in the words before the platform, so that who goes on without being named again wrote there himself. */
static bool is_own_account(const note_scan *s, const isnad_source_note *source) {
  for (size_t at = isnad_tokens_seek(&s->page->tokens, source->span.begin); at < s->page->tokens.count; at++) {
    isnad_span span = s->page->tokens.items[at].span;
    if (span.begin >= source->named.span.begin) return false;
    isnad_slice text = isnad_slice_at(s->page->text, span);
    if (word_ends(text, LETTER_HEH) || word_ends_in(text, LETTER_HEH, LETTER_ALEF)) return true;
  }
  return false;
}

/* A medium speaks there: what it tells of somebody's page it did not write on it. */
static bool is_mediums(const note_scan *s, isnad_span speaker) {
  for (size_t i = 0; i < s->source_count; i++) {
    const isnad_source_note *source = &s->sources[i];
    if (source->named.span.begin == speaker.begin) return source->kind == ISNAD_SOURCE_AGENCY || source->kind == ISNAD_SOURCE_OUTLET;
  }
  return false;
}

/* "Published on Twitter | documents that say": what speaks there is no author. */
static bool is_paper(const note_scan *s, const note_unit *u, isnad_span speaker) {
  size_t at = isnad_tokens_seek(&s->page->tokens, speaker.begin + 1);
  const isnad_phrase *head = at > u->first && at <= u->last ? note_hit_at(u, at - 1, ISNAD_TABLE_HEADS) : NULL;
  return head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_DOCUMENT;
}

/* "So-and-so said on Twitter": who is no source for what he only says is one for what he wrote there. */
static bool take_speaker(note_scan *s, const note_unit *u, size_t platform, bool implicit) {
  isnad_source_note *source = &s->sources[platform];
  if (implicit && !is_own_account(s, source)) return false;
  for (size_t i = 0; i < s->quote_count; i++) {
    const isnad_quote_note *quote = &s->quotes[i];
    if (quote->via != (int32_t)platform || quote->implicit != implicit || quote->canonical.length == 0 ||
        quote->speaker.begin >= quote->speaker.end || is_mediums(s, quote->speaker) || (u != NULL && is_paper(s, u, quote->speaker)))
      continue;
    if (u != NULL && is_apart(s, u, source, quote->speaker)) continue;
    source->via = source->named;
    source->named = (isnad_named){quote->entity, quote->canonical, quote->speaker, quote->rule};
    source->kind = quote->anonymous ? ISNAD_SOURCE_ANONYMOUS : ISNAD_SOURCE_OFFICIAL;
    return true;
  }
  return false;
}

/* The person or body whose name, or the office before it, begins at a token; NULL: nobody. */
static const isnad_name_note *somebody_at(const note_scan *s, size_t at, size_t last) {
  enum { OFFICE = 5 };
  isnad_span token = s->page->tokens.items[at].span;
  for (size_t i = at; i < last && i < at + OFFICE; i++) {
    const isnad_name_note *name = s->page->tokens.items[i].kind == ISNAD_TOKEN_WORD ? note_name_at(s, i) : NULL;
    if (name == NULL || name->entity.length == 0 || (name->type != ISNAD_NAME_PERSON && name->type != ISNAD_NAME_ORGANIZATION)) continue;
    bool titled = name->role.begin < name->role.end && name->role.begin >= token.begin && name->role.begin < token.end;
    if (i == at || titled) return name;
  }
  return NULL;
}

/* Only attitudes, and what somebody says of himself, came by the platform. */
static bool carries_no_fact(const note_scan *s, size_t platform) {
  bool any = false;
  for (size_t i = 0; i < s->quote_count; i++) {
    if (s->quotes[i].via != (int32_t)platform) continue;
    if (!source_only_speaks(s, &s->quotes[i])) return false;
    any = true;
  }
  return any;
}

/* "Published | a picture of himself on X": what is seen there; nobody speaks. */
static bool shows_picture(const note_scan *s, const note_unit *u, const isnad_source_note *platform, isnad_span within) {
  size_t first = isnad_tokens_seek(&s->page->tokens, within.begin), last = isnad_tokens_seek(&s->page->tokens, platform->span.begin);
  bool picture = false;
  for (size_t at = last < u->last ? last : u->last; at > first && at > u->first; at--) {
    const isnad_phrase *head = note_hit_at(u, at - 1, ISNAD_TABLE_HEADS);
    picture = picture || (head != NULL && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_FOOTAGE);
    if (!note_has_word(u, at - 1, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES)) continue;
    const isnad_name_note *name = picture && at < last ? somebody_at(s, at, last) : NULL;
    const isnad_phrase *object = at < last ? note_hit_at(u, at, ISNAD_TABLE_HEADS) : NULL;
    if (name == NULL)
      return picture && object != NULL && isnad_heads_rows[object->row].kind == ISNAD_HEADS_KIND_FOOTAGE; /* "he published | a picture" */
    return name->type == ISNAD_NAME_PERSON;
  }
  return false;
}

/* "Issued | So-and-so a statement on his page on X", "in a tweet | of So-and-so on Y": a person or body whom the sentence names right behind the verb
 * of saying or publishing, or what was posted. */
static bool take_named(note_scan *s, const note_unit *u, size_t platform, isnad_span within) {
  isnad_source_note *source = &s->sources[platform];
  size_t first = isnad_tokens_seek(&s->page->tokens, within.begin), last = isnad_tokens_seek(&s->page->tokens, source->span.begin);
  if (first < u->first) first = u->first;
  for (size_t at = last < u->last ? last : u->last; at > first; at--) {
    const isnad_phrase *head = note_hit_at(u, at - 1, ISNAD_TABLE_HEADS);
    bool post = head != NULL && head->count == 1 && isnad_heads_rows[head->row].kind == ISNAD_HEADS_KIND_SOCIAL;
    bool issues = note_has_word(u, at - 1, ISNAD_QUOTE_WORDS_ROLE_PUBLISHES) || note_has_word(u, at - 1, ISNAD_QUOTE_WORDS_ROLE_ISSUES);
    const isnad_phrase *verb = note_hit_at(u, at - 1, ISNAD_TABLE_VERBS);
    bool says = verb != NULL && verb->cell <= ISNAD_VERBS_CELL_P && isnad_verbs_rows[verb->row].sure == ISNAD_VERBS_SURE_YES &&
                isnad_verbs_rows[verb->row].force != ISNAD_VERBS_FORCE_CARRIES && cited_is_verb_cut(s, verb);
    if (!post && !issues && !says) continue;
    const isnad_name_note *name = at < last ? somebody_at(s, at, last) : NULL;
    if (name == NULL || (post && !word_letter_at(cited_form(s, at), 0, LETTER_LAM))) continue; /* a post is somebody's by li */
    isnad_span token = cited_token(s, at)->span;
    if (!post && !issues && name->span.begin > token.begin && name->span.begin < token.end) continue; /* behind a preposition */
    source->via = source->named;
    source->named = (isnad_named){name->entity, name->canonical, name->span, name->rule};
    source->kind = ISNAD_SOURCE_OFFICIAL;
    if (source->span.begin > name->span.begin) source->span.begin = name->span.begin;
    return true;
  }
  return false;
}

/* "On his account": a page that no platform is told of, of somebody whom the sentence names elsewhere or not at all. */
static bool is_his_page(const note_scan *s, const isnad_source_note *source) {
  if (source->kind != ISNAD_SOURCE_SOCIAL || source->named.id.length > 0 || source->named.rule.table != ISNAD_TABLE_HEADS) return false;
  size_t at = isnad_tokens_seek(&s->page->tokens, source->named.span.begin + 1);
  isnad_slice noun = isnad_slice_at(s->page->text, cited_token(s, at > 0 ? at - 1 : 0)->span);
  return word_ends_in(noun, LETTER_TEH, LETTER_HEH) || word_ends_in(noun, LETTER_HEH, LETTER_ALEF) || word_ends_in(noun, LETTER_BEH, LETTER_HEH);
}

/* The sentence around a source, of the unit in which it stands; *unit goes on with the sources. */
static isnad_span sentence_of(note_scan *s, const isnad_source_note *source, size_t *unit) {
  size_t count = 0, at = isnad_tokens_seek(&s->page->tokens, source->span.begin + 1);
  while (*unit < s->unit_count && s->units[*unit].last < at) ++*unit;
  if (*unit == s->unit_count || s->units[*unit].first >= at) return source->span; /* the headline comes first, wherever it stands */
  const isnad_span *spans = note_sentences(s, &s->units[*unit], &count);
  for (size_t i = 0; i < count && !s->failed; i++)
    if (spans[i].end > source->span.begin) return spans[i];
  return source->span;
}

void source_close_ranks(note_scan *s, const bool *gone) {
  int32_t *now = isnad_arena_array(s->arena, s->source_count + 1, sizeof *now);
  size_t kept = 0;
  if (now == NULL) {
    s->failed = true;
    return;
  }
  for (size_t i = 0; i < s->source_count; i++) {
    now[i] = gone[i] || s->sources[i].via.name.length > 0 ? -1 : (int32_t)kept;
    if (!gone[i]) s->sources[kept++] = s->sources[i];
  }
  s->source_count = kept;
  for (size_t i = 0; i < s->quote_count; i++)
    if (s->quotes[i].via >= 0) s->quotes[i].via = now[s->quotes[i].via];
}

void source_platforms(note_scan *s) {
  bool *gone = NULL, any = false;
  size_t unit = 0;
  for (size_t i = 0; i < s->source_count && !s->failed; i++) {
    bool page = is_his_page(s, &s->sources[i]);
    if (!page && !is_platform(&s->sources[i])) continue;
    if (gone == NULL) gone = isnad_arena_array(s->arena, s->source_count, sizeof *gone);
    if (gone == NULL) {
      s->failed = true;
      return;
    }
    if (page) {
      gone[i] = any = true;
      continue;
    }
    isnad_span sentence = sentence_of(s, &s->sources[i], &unit);
    size_t author = author_of(s, i, sentence);
    const note_unit *u = unit < s->unit_count ? &s->units[unit] : NULL;
    if (author != GONE && author > i && u != NULL && is_apart(s, u, &s->sources[i], s->sources[author].span)) author = GONE;
    if (author != GONE) {
      s->sources[author].via = s->sources[i].named;
      gone[i] = any = true;
    } else if (carries_no_fact(s, i) || (u != NULL && shows_picture(s, u, &s->sources[i], sentence))) {
      gone[i] = any = true;
    } else if (take_speaker(s, u, i, false) || (u != NULL && take_named(s, u, i, sentence)) || take_speaker(s, u, i, true)) {
      any = true;
    }
  }
  if (any && !s->failed) source_close_ranks(s, gone);
}
