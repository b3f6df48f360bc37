using System.Security.Cryptography;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Documents;

/// <summary>A text file below a folder, read and not yet looked into.</summary>
/// <param name="Id">The path below the folder.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Text">The same as text, markup and all.</param>
internal sealed record FolderFile(string Id, byte[] Bytes, string Text)
{
    /// <summary>The SHA-256 of the content in hexadecimal digits.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The file as a document; that of an HTML page has the text of the page, and offsets point into that.</summary>
    public SourceDocument ToDocument() => HtmlText.IsHtml(Id)
        ? new SourceDocument(Id, HtmlText.Extract(Text)) { IsMarkdown = true }
        : new SourceDocument(Id, Text);
}
