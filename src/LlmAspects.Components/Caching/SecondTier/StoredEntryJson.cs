using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>The JSON of entries; the types of responses come from Microsoft.Extensions.AI, with our citation added.</summary>
[JsonSerializable(typeof(StoredEntry))]
[JsonSerializable(typeof(DocumentCitation))]
internal sealed partial class StoredEntryJson : JsonSerializerContext
{
    private static readonly JsonSerializerOptions Responses = Create();

    public static byte[] Write(StoredEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, TypeInfo());

    public static StoredEntry? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, TypeInfo());

    private static JsonTypeInfo<StoredEntry> TypeInfo() => (JsonTypeInfo<StoredEntry>)Responses.GetTypeInfo(typeof(StoredEntry));

    private static JsonSerializerOptions Create()
    {
        // An instance of its own: while the statics of this class are made, Default may still be null, and only reflection would know our types.
        JsonSerializerOptions options = new(AIJsonUtilities.DefaultOptions)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(AIJsonUtilities.DefaultOptions.TypeInfoResolver, new StoredEntryJson()).WithAddedModifier(static type =>
            {
                if (type.Type == typeof(AIAnnotation))
                {
                    type.PolymorphismOptions?.DerivedTypes.Add(new JsonDerivedType(typeof(DocumentCitation), "llmaspects.document_citation"));
                }
            }),
        };
        options.MakeReadOnly();
        return options;
    }
}
