using System.Reflection;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Documents;

/// <summary>The product's own documents: the <c>docs</c> folder of the checkout around the current folder, else the copy inside this tool.</summary>
internal static class DocumentSource
{
    private const string Prefix = "docs/";

    /// <summary>The <c>docs</c> folder of the checkout that the folder lies in; <see langword="null"/> outside a checkout.</summary>
    public static string? FindRepositoryDocs(string startFolder)
    {
        for (DirectoryInfo? folder = new(startFolder); folder is not null; folder = folder.Parent)
        {
            string docs = Path.Combine(folder.FullName, "docs");
            if (File.Exists(Path.Combine(folder.FullName, "LlmAspects.sln")) && Directory.Exists(docs))
            {
                return docs;
            }
        }

        return null;
    }

    /// <summary>Reads the documents inside the tool.</summary>
    public static FolderContents ReadEmbedded()
    {
        Assembly assembly = typeof(DocumentSource).Assembly;
        var documents = new List<SourceDocument>();
        long bytes = 0;
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream);
            bytes += stream.Length;
            documents.Add(new SourceDocument(name[Prefix.Length..], reader.ReadToEnd()));
        }

        return new FolderContents(documents, bytes, new SkipLog());
    }
}
