using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>A text, and its sentences.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sentences">What its sentences are.</param>
/// <param name="Group">What the text belongs to, for example a language; <see langword="null"/> when the file does not say.</param>
/// <param name="IsVerbatim">Whether the sentences stand in the text as they are; otherwise white space may differ.</param>
internal sealed record SentenceSample(string Text, string[] Sentences, string? Group, bool IsVerbatim)
{
    public const string Needs = "Every line needs an object with \"text\" (text) and \"sentences\" (texts), and may have \"group\" (text) and \"verbatim\" (whether the sentences stand in the text as they are).";

    public static SentenceSample Parse(JsonElement line) => new(
        line.Text("text"),
        line.Texts("sentences"),
        line.TryGetProperty("group", out JsonElement group) ? group.GetString() : null,
        !line.TryGetProperty("verbatim", out JsonElement verbatim) || verbatim.GetBoolean());
}
