/* Whose a document is that names a body by its noun alone ("the statement of | the company"): the body of that noun which was named last. */
#include "note/sources/source_noun.h"

/* The name of a body that begins with the noun, the nearest before an offset; NULL: none near. */
static const isnad_name_note *name_before(const note_scan *s, uint32_t offset, isnad_slice noun) {
  enum { REMEMBERED = 60 };
  size_t low = note_name_from(s, offset);
  for (size_t i = low; i > 0 && low - i < REMEMBERED; i--) {
    const isnad_name_note *name = &s->names[i - 1];
    bool body = name->type == ISNAD_NAME_ORGANIZATION && name->form == ISNAD_FORM_NAME && name->entity.length > 0;
    if (body && isnad_slice_equal(source_noun(s, name->span.begin), noun)) return name;
  }
  return NULL;
}

/* The source of that noun which was told last and is known; NULL: none. */
static const isnad_source_note *source_before(const note_scan *s, const isnad_source_note *source, isnad_slice noun) {
  enum { REMEMBERED = 30 };
  size_t index = (size_t)(source - s->sources);
  for (size_t i = index; i > 0 && index - i < REMEMBERED; i--) {
    const isnad_source_note *before = &s->sources[i - 1];
    if (before->kind == ISNAD_SOURCE_OFFICIAL && before->named.id.length > 0 && isnad_slice_equal(source_noun(s, before->named.span.begin), noun))
      return before;
  }
  return NULL;
}

bool source_owner_meant(const note_scan *s, const isnad_source_note *source, size_t at, isnad_slice *id, isnad_slice *name) {
  isnad_slice noun = source_bare(s, at);
  if (noun.length == cited_form(s, at).length) return false; /* without the article nobody known is meant */
  const isnad_name_note *body = name_before(s, source->span.begin, noun);
  const isnad_source_note *told = source_before(s, source, noun);
  if (told != NULL && (body == NULL || told->named.span.begin > body->span.begin)) {
    *id = told->named.id;
    *name = told->named.name;
    return true;
  }
  if (body == NULL) return false;
  *id = body->entity;
  *name = body->canonical;
  return true;
}
