using System.Text.Json;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>A question, and where its answer stands.</summary>
/// <param name="Group">The part of the questions that it is of; <see langword="null"/> for none.</param>
/// <param name="Corpus">The document: <c>corpora/NAME.md</c>.</param>
/// <param name="Question">The question.</param>
/// <param name="References">The texts that answer it; without <c>start</c> each must stand in the document exactly once.</param>
internal sealed record ChunkingQuestion(string? Group, string Corpus, string Question, IReadOnlyList<(string Text, int? Start)> References)
{
    public const string Needs = "Every line needs an object with \"corpus\" (a name), \"question\" (text) and \"references\" (objects with \"text\", and \"start\" in UTF-16 code units where the text is not unique).";

    public static ChunkingQuestion Parse(JsonElement line) => new(
        line.TryGetProperty("group", out JsonElement group) ? group.GetString() : null,
        line.Text("corpus"),
        line.Text("question"),
        [.. line.GetProperty("references").EnumerateArray().Select(static reference =>
            (reference.Text("text"), reference.TryGetProperty("start", out JsonElement start) ? start.GetInt32() : (int?)null))]);

    /// <summary>Where the references are in the document.</summary>
    /// <exception cref="CliException">One is not there, or not only once.</exception>
    public IReadOnlyList<TextSpan> Locate(string document) => [.. References.Select(reference =>
    {
        int start = reference.Start ?? document.IndexOf(reference.Text, StringComparison.Ordinal);
        bool isThere = start >= 0 && start <= document.Length - reference.Text.Length && string.CompareOrdinal(document, start, reference.Text, 0, reference.Text.Length) == 0;
        bool isUnique = reference.Start is not null || document.IndexOf(reference.Text, Math.Min(start + 1, document.Length), StringComparison.Ordinal) < 0;
        return isThere && isUnique
            ? new TextSpan(start, start + reference.Text.Length)
            : throw new CliException($"The question '{Question}' has a reference that is {(isThere ? "more than once" : "not")} in {Corpus}: '{reference.Text}'", ExitCodes.Usage);
    })];
}
