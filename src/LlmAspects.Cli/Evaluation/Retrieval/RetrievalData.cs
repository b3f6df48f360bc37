using System.Globalization;
using System.Text.Json;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>
/// A test collection in the form of BEIR (https://github.com/beir-cellar/beir): <c>corpus.jsonl</c>, <c>queries.jsonl</c> and the judgements in
/// <c>qrels.tsv</c> or <c>qrels/test.tsv</c>.
/// </summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Documents">The documents; title and text are one text. Empty ones are kept.</param>
/// <param name="Topics">The queries with at least one relevant document, in the order of the file.</param>
internal sealed record RetrievalData(string Name, IReadOnlyList<SourceDocument> Documents, IReadOnlyList<RetrievalTopic> Topics)
{
    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder, or one of its files.</param>
    /// <exception cref="CliException">The folder has another form, a file cannot be read, or a line is wrong; the message names it.</exception>
    public static RetrievalData Read(string folder)
    {
        folder = File.Exists(folder) ? Path.GetDirectoryName(folder)! : folder;
        string? corpus = DataFiles.Find(folder, "corpus.jsonl");
        string? queries = DataFiles.Find(folder, "queries.jsonl");
        string? judgements = DataFiles.Find(folder, "qrels.tsv") ?? DataFiles.Find(folder, "qrels", "test.tsv");
        if (corpus is null || queries is null || judgements is null)
        {
            throw new CliException($"'{folder}' is no collection that can be scored. A folder in the form of BEIR has corpus.jsonl, queries.jsonl, and qrels.tsv or qrels/test.tsv.", ExitCodes.Usage);
        }

        IReadOnlyDictionary<string, Dictionary<string, int>> relevance = ReadJudgements(judgements);
        var documents = new List<SourceDocument>();
        DataLines.Read(corpus, line => documents.Add(ParseDocument(line)));
        var topics = new List<RetrievalTopic>();
        DataLines.Read(queries, line => topics.Add(ParseTopic(line, relevance)));
        topics.RemoveAll(static topic => topic.Relevant == 0);
        return topics.Count == 0
            ? throw new CliException($"No query of '{queries}' has a relevant document in '{judgements}'.", ExitCodes.Usage)
            : new RetrievalData(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), documents, topics);
    }

    private static SourceDocument ParseDocument(string line)
    {
        using var json = JsonDocument.Parse(line);
        string title = json.RootElement.TryGetProperty("title", out JsonElement named) ? named.GetString() ?? "" : "";
        return new SourceDocument(Text(json, "_id"), $"{title}\n{Text(json, "text")}".Trim());
    }

    private static RetrievalTopic ParseTopic(string line, IReadOnlyDictionary<string, Dictionary<string, int>> relevance)
    {
        using var json = JsonDocument.Parse(line);
        string id = Text(json, "_id");
        return new RetrievalTopic(id, Text(json, "text"), relevance.GetValueOrDefault(id) ?? []);
    }

    private static string Text(JsonDocument json, string name) =>
        json.RootElement.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");

    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string file)
    {
        var relevance = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        DataLines.Read(file, line =>
        {
            if (line.Split('\t') is not [var query, var document, var grade])
            {
                throw new FormatException("A judgement is a query, a document and a grade, with tabulators between.");
            }

            // The first line names the columns.
            if (int.TryParse(grade, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            {
                (relevance.TryGetValue(query, out Dictionary<string, int>? of) ? of : relevance[query] = new(StringComparer.Ordinal))[document] = value;
            }
            else if (relevance.Count > 0)
            {
                throw new FormatException($"'{grade}' is no grade.");
            }
        });
        return relevance;
    }
}
