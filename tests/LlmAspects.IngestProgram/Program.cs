using LlmAspects.Components.Chunking;
using LlmAspects.Components.PostgreSql;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Sqlite;
using Npgsql;

// A process that adds documents until it is killed and says which are stored: sqlite FILE | postgresql CONNECTION SCHEMA
IRetrievalStore store = args[0] == "sqlite"
    ? SqliteRetrievalStore.Open(args[1])
    : await PostgreSqlRetrievalStore.OpenAsync(NpgsqlDataSource.Create(args[1]), new PostgreSqlRetrievalOptions { Schema = args[2] });
var retriever = new ContextRetriever(new SemanticChunker(), embedder: new FeatureHashingEmbeddingGenerator(), store: store);
for (int number = 0; ; number++)
{
    // Large enough that a kill falls into the writing.
    string text = string.Join('\n', Enumerable.Range(0, 200).Select(line => $"Line {line} of document {number}, with words that are stored."));
    await retriever.AddDocumentAsync(new SourceDocument($"d{number:000000}", text));
    Console.WriteLine(number);
}
