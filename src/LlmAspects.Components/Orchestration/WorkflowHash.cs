using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>SHA-256 over values, each with its length: no two lists of values read the same.</summary>
internal static class WorkflowHash
{
    public static string Of(IReadOnlyList<WorkflowNode> nodes) => Of(nodes.SelectMany(ValuesOf));

    public static string Of(IEnumerable<string?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (string? value in values)
        {
            byte[] bytes = value is null ? [] : Encoding.Unicode.GetBytes(value);
            BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // UTF-16 code units, because a lone surrogate has no UTF-8 of its own.
    private static IEnumerable<string?> ValuesOf(WorkflowNode node) =>
    [
        node.Id,
        node.Prompt,
        node.Instructions,
        node.ModelId,
        node.Task?.ToString(),
        FormatOf(node.ResponseFormat),
        node.AnswerKind.ToString(),
        node.FallbackModelId,
        node.FallbackText,
        node.DependsOn.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        .. node.DependsOn,
    ];

    private static string? FormatOf(ChatResponseFormat? format) => format switch
    {
        null => null,
        ChatResponseFormatJson json => $"json:{json.SchemaName}:{json.Schema?.GetRawText()}",
        _ => "text",
    };
}
