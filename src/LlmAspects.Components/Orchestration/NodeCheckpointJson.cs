using System.Text.Json;
using System.Text.Json.Serialization;

namespace LlmAspects.Components.Orchestration;

/// <summary>The JSON of records, read strictly.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(NodeCheckpoint))]
internal sealed partial class NodeCheckpointJson : JsonSerializerContext
{
    public static byte[] Write(NodeCheckpoint node) => JsonSerializer.SerializeToUtf8Bytes(node, Default.NodeCheckpoint);

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static NodeCheckpoint Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Default.NodeCheckpoint) ?? throw new JsonException("The record is null.");
}
