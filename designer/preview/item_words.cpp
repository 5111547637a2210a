#include "designer/preview/item_words.h"

#include "designer/model/locate.h"
#include "designer/openapi/openapi_writer.h"
#include "designer/text/patch/text_patch.h"
#include "designer/text/text_slice.h"
#include "designer/text/yaml/yaml_reader.h"

namespace Design
{

static ReadText readAs(FileFormat format, const QByteArray &text)
{
    return format == FileFormat::Json ? readJson(text) : readYaml(text);
}

ReadWordsPointer readWords(const Wording &wording)
{
    return std::make_shared<ReadWords>(
        ReadWords{wording, 0, wording.text, readAs(wording.format, wording.text)});
}

ReadWordsPointer readWords(const Wording &wording, const Api &api, quint64 revision)
{
    const QByteArray text = designText(api, wording.format, wording);
    return std::make_shared<ReadWords>(
        ReadWords{wording, revision, text, readAs(wording.format, text)});
}

/// The lines of an item of the design: a model, a route below its path, or with the design's own id
/// what is said about the whole.
static std::optional<TextSlice> sliceOfItem(const QByteArray &text, const ReadText &read,
                                            const Api &api, NodeId item)
{
    if (item == api.id) {
        return TextSlice::without(
            text, read,
            {QStringLiteral("paths"), QStringLiteral("webhooks"), QStringLiteral("components")});
    }
    if (const Named<Schema> *model = findNamedSchema(api, item)) {
        return TextSlice::ofMember(
            text, read, {QStringLiteral("components"), QStringLiteral("schemas"), model->name}, 0);
    }
    const Named<PathItem> *path = findPathOf(api, item);
    const Operation *operation = findOperation(api, item);
    if (!path || !operation)
        return std::nullopt;
    return TextSlice::ofMember(text, read, {QStringLiteral("paths"), path->name, operation->method},
                               1);
}

std::optional<SourceText> itemInWords(const SourceText &plain, const ReadWords &words,
                                      const Api &api, NodeId item)
{
    const std::optional<TextSlice> slice = sliceOfItem(words.text, words.read, api, item);
    const std::optional<QByteArray> text =
        slice ? patchedText(slice->text(), plain.value()) : std::nullopt;
    if (!text)
        return std::nullopt;
    const ReadText read = readAs(words.wording.format, *text);
    return read.ok() ? std::optional(plain.typed(*text, read)) : std::nullopt;
}

Json itemDocument(const Api &api, NodeId item, const InclusionsPointer &inclusions)
{
    const Json document = writeNode(api, item);
    if (!inclusions || !inclusions->fileOf(NodeIndex(api), item).isEmpty())
        return document;
    const DocumentPart part =
        findNamedSchema(api, item) ? DocumentPart::Schema : DocumentPart::Operation;
    return partWithFileReferences(document, part, api, *inclusions);
}

SourceText headInWords(const Api &api, FileFormat format, const Wording &wording)
{
    const SourceText plain = SourceText::ofPart(ownDocument(api, wording.inclusions), {}, format);
    if (!wording.isKept() || wording.format != format)
        return plain;
    return itemInWords(plain, *readWords(wording), api, api.id).value_or(plain);
}

Wording typedWording(const Wording &before, const Api &after, NodeId item, FileFormat format,
                     const QByteArray &utf8)
{
    if (item == NodeId::None) {
        const Wording typed{utf8, format, before.inclusions};
        return typed.isKept() ? typed : before;
    }
    const QByteArray text = designText(after, format, before);
    const std::optional<TextSlice> slice = sliceOfItem(text, readAs(format, text), after, item);
    const std::optional<QByteArray> typed = slice ? slice->changedTo(utf8) : std::nullopt;
    if (!typed || *typed == text)
        return before;
    // Lines that say something else around here than where they were typed are not taken.
    const ReadText read = readAs(format, *typed);
    return read.ok() && read.value == ownDocument(after, before.inclusions)
               ? Wording{*typed, format, before.inclusions}
               : before;
}

} // namespace Design
