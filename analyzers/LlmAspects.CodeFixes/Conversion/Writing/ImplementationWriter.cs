using LlmAspects.CodeFixes.Conversion.Editing;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Conversion.Writing;

/// <summary>Turns an implementing part that is written by hand into the Core of its declaration.</summary>
internal static class ImplementationWriter
{
    public static void Write(ConversionTarget part, DocumentEdits edits)
    {
        var signature = TextSpan.FromBounds(part.FirstTokenOfHeader.SpanStart, part.Signature.End);
        edits.Replace(signature, CoreHeaderWriter.WriteWithoutAttributes(part));
        CallerNameWriter.Write(part, edits);
    }
}
