using System.Security.Cryptography;
using System.Text.Json;

namespace LlmAspects.Components.Orchestration;

/// <summary>
/// One record as a file: a line that names the format, a line with the SHA-256 of all that follows, a line with the workflow, and the record as JSON. A file that was cut off or changed,
/// or is of another workflow, is told from a whole one.
/// </summary>
internal static class CheckpointFile
{
    private const int HashLength = 64;

    private static ReadOnlySpan<byte> Format => "llmaspects-checkpoint 1\n"u8;

    public static byte[] Write(string workflow, NodeCheckpoint node)
    {
        byte[] body = [.. System.Text.Encoding.UTF8.GetBytes(workflow), (byte)'\n', .. NodeCheckpointJson.Write(node)];
        return [.. Format, .. HashOf(body), (byte)'\n', .. body];
    }

    /// <summary>Reads a record.</summary>
    /// <returns>The record; null when the bytes are not a whole file of the workflow.</returns>
    public static NodeCheckpoint? Read(ReadOnlySpan<byte> file, string workflow)
    {
        int start = Format.Length + HashLength + 1;
        if (file.Length <= start || !file.StartsWith(Format) || file[start - 1] != (byte)'\n' || !file[Format.Length..(start - 1)].SequenceEqual(HashOf(file[start..])))
        {
            return null;
        }

        ReadOnlySpan<byte> body = file[start..];
        int line = body.IndexOf((byte)'\n');
        return line >= 0 && body[..line].SequenceEqual(System.Text.Encoding.UTF8.GetBytes(workflow)) ? Parse(body[(line + 1)..]) : null;
    }

    private static NodeCheckpoint? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return NodeCheckpointJson.Read(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] HashOf(ReadOnlySpan<byte> bytes) => System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
