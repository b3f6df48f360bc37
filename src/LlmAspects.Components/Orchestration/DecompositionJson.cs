using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>The JSON of plans, read strictly: one value and nothing else, no unknown, missing, repeated or null members.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(DecompositionReply))]
internal sealed partial class DecompositionJson : JsonSerializerContext
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "subtasks": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "prompt": { "type": "string" },
                  "depends_on": { "type": "array", "items": { "type": "string" } }
                },
                "required": ["id", "prompt", "depends_on"],
                "additionalProperties": false
              }
            }
          },
          "required": ["subtasks"],
          "additionalProperties": false
        }
        """;

    /// <summary>The form that models are asked for.</summary>
    public static ChatResponseFormat Format { get; } = CreateFormat();

    /// <summary>Reads a plan.</summary>
    /// <exception cref="JsonException">The text is not a plan.</exception>
    public static WorkflowNode[] Read(string text)
    {
        DecompositionReply reply = JsonSerializer.Deserialize(text, Default.DecompositionReply) ?? throw new JsonException("The plan is null.");
        return reply.Subtasks.Any(static part => part is null || part.DependsOn.Contains(null!))
            ? throw new JsonException("A part of the plan is null.")
            : [.. reply.Subtasks.Select(static part => new WorkflowNode(part.Id, part.Prompt) { DependsOn = part.DependsOn })];
    }

    public static string Write(IEnumerable<WorkflowNode> nodes) => JsonSerializer.Serialize(
        new DecompositionReply { Subtasks = [.. nodes.Select(static node => new SubtaskReply { Id = node.Id, Prompt = node.Prompt, DependsOn = node.DependsOn })] },
        Default.DecompositionReply);

    private static ChatResponseFormatJson CreateFormat()
    {
        using JsonDocument schema = JsonDocument.Parse(Schema);
        return ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone(), "plan", "The parts of a request and what each needs of the others.");
    }
}
