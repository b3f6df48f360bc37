using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Emission;

/// <summary>Writes the nested struct that keeps what the tags of a call are read from, and reads them when they are recorded.</summary>
internal static class TagsWriter
{
    private const string Interface = "global::LlmAspects.Runtime.ICallTags";

    /// <summary>The argument that hands the tags on, after a comma; empty without tags.</summary>
    public static string Argument(AspectMethodModel method, LocalNames local) => method.Tags is null ? string.Empty : ", " + local.Tags;

    /// <summary>The nested struct, as the wrapper names it.</summary>
    public static string TypeOf(AspectMethodModel method) => method.Tags!.TypeName + TypeArguments(method);

    /// <summary>Writes the local variable that keeps the values of this call.</summary>
    public static void WriteCapture(SourceWriter writer, AspectMethodModel method, LocalNames local)
    {
        if (method.Tags is { } tags)
        {
            var values = string.Join(", ", tags.Captures.Select(static capture => $"{capture.Field} = {capture.Source}"));
            writer.Line($"var {local.Tags} = new {TypeOf(method)} {{ {values} }};".Replace("{  }", "{ }"));
        }
    }

    public static void WriteType(SourceWriter writer, AspectMethodModel method)
    {
        if (method.Tags is not { } tags)
        {
            return;
        }

        writer.Line();
        writer.Line(OperationHolderWriter.GeneratedCode);
        SignatureWriter.WriteAttributes(writer, method.HidingAttributes);
        writer.Line($"private {(tags.IsRefStruct ? "ref " : string.Empty)}struct {TypeOf(method)} : {ResultInterface(tags) ?? Interface}");
        writer.Indent();
        foreach (var constraint in tags.Constraints)
        {
            writer.Line(constraint);
        }

        writer.Unindent();
        writer.OpenBlock();
        foreach (var capture in tags.Captures)
        {
            writer.Line($"internal {capture.Type} {capture.Field};");
            writer.Line();
        }

        WriteReader(writer, Interface, "Argument", string.Empty, tags.Arguments);
        if (ResultInterface(tags) is { } result)
        {
            writer.Line();
            WriteReader(writer, result, "Result", $"in {tags.ResultType} result, ", tags.Results);
            WriteVerdict(writer, result, tags);
        }

        writer.CloseBlock();
    }

    private static void WriteVerdict(SourceWriter writer, string type, TagsModel tags)
    {
        if (tags.FailedWhen is not { } condition)
        {
            return;
        }

        writer.Line();
        writer.Line($"static bool {type}.JudgesResult => true;");
        writer.Line();
        writer.Line($"static bool {type}.IsFailure(in {tags.ResultType} result) => {condition} is true;");
        if (tags.ErrorTypeFrom is { } errorType)
        {
            writer.Line();
            writer.Line($"static object? {type}.ErrorTypeOf(in {tags.ResultType} result) => {errorType};");
        }
    }

    private static string? ResultInterface(TagsModel tags) => tags.ResultType is { } type ? $"{Interface}<{type}>" : null;

    private static void WriteReader(SourceWriter writer, string type, string kind, string parameter, EquatableArray<TagModel> tags)
    {
        writer.Lines($$"""
            static int {{type}}.{{kind}}Count => {{tags.Count}};

            static int {{type}}.{{kind}}MetricCount => {{tags.Count(static tag => tag.IsMetric)}};

            void {{type}}.Write{{kind}}(int index, {{parameter}}ref global::LlmAspects.Runtime.TagWriter tag)
            {
            """);
        writer.Indent();
        if (tags.Count > 0)
        {
            writer.Line("switch (index)");
            writer.OpenBlock();
            for (var index = 0; index < tags.Count; index++)
            {
                writer.Line($"case {index}:");
                writer.Indent();
                writer.Line(Write(tags[index]));
                writer.Line("break;");
                writer.Unindent();
            }

            writer.CloseBlock();
        }

        writer.CloseBlock();
    }

    private static string Write(TagModel tag)
    {
        var name = SymbolDisplay.FormatLiteral(tag.Name, quote: true);
        var classification = tag.Classification is { } type ? $"typeof({type})" : "null";
        return tag.IsRedacted ? $"tag.WriteRedacted({name}, {tag.Value}, {classification});" : $"tag.Write({name}, {tag.Value});";
    }

    private static string TypeArguments(AspectMethodModel method)
        => method.Signature.TypeParameters.Count == 0 ? string.Empty : $"<{string.Join(", ", method.Signature.TypeParameters)}>";
}
