using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Chunking;

/// <summary>Documents with questions about them.</summary>
internal sealed record QuestionData(IReadOnlyList<SourceDocument> Documents, IReadOnlyList<ChunkingQuestion> Questions)
{
    /// <summary>Reads the questions, and the documents they are about.</summary>
    /// <param name="questionFile">The questions.</param>
    /// <param name="corpora">The folder with <c>NAME.md</c> for each corpus that is named.</param>
    /// <exception cref="CliException">A file cannot be read, or a line is wrong.</exception>
    public static QuestionData Read(string questionFile, string corpora)
    {
        List<ChunkingQuestion> questions = JsonLines.Read(questionFile, ChunkingQuestion.Needs, ChunkingQuestion.Parse);
        string[] names = [.. questions.Select(static question => question.Corpus).Distinct(StringComparer.Ordinal)];
        return new QuestionData([.. names.Select(name => new SourceDocument(IdOf(name), ReadCorpus(name, corpora)))], questions);
    }

    /// <summary>The document of a corpus.</summary>
    public static string IdOf(string corpus) => corpus + ".md";

    private static string ReadCorpus(string name, string corpora)
    {
        if (Path.GetFileName(name) != name)
        {
            throw new CliException($"The corpus '{name}' is not the name of a file.", ExitCodes.Usage);
        }

        try
        {
            return File.ReadAllText(Path.Combine(corpora, IdOf(name)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The corpus '{name}' cannot be read: {error.Message} (--corpora names the folder.)", ExitCodes.Usage, error);
        }
    }
}
