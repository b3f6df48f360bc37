using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the tags of a method that have no problem.</summary>
internal static class TagExtractor
{
    private const string InstanceField = "instance";

    public static TagsModel? Extract(IMethodSymbol method, ContainingTypeModel containingType, MethodSignatureModel signature, AppliedAspects aspects, AspectSymbols symbols)
    {
        var values = TagRules.Resolve(method, symbols).Where(static tag => tag.Value is not null).Select(static tag => (tag.Tag.Name, tag.Tag.IsMetric, Value: tag.Value!))
            .Concat(ResultOf(method, aspects, symbols)).ToArray();
        var failedWhen = VerdictOf(FailedResultRules.FailedWhen, method, aspects, symbols);
        if (values.Length == 0 && failedWhen is null)
        {
            return null;
        }

        var instance = InstanceFieldOf(method);
        var captures = values.Where(static tag => tag.Value.Root != TagRoot.Result)
            .Select(tag => CaptureOf(tag.Value, method, instance)).Distinct().ToArray();
        var tags = values.Select(tag => (tag.Value.Root, Model: ModelOf(tag.Name, tag.IsMetric, tag.Value, method, instance, symbols)))
            .OrderBy(static tag => tag.Model.IsMetric ? 0 : 1).ToArray();
        return new TagsModel(
            "TagsOf_" + method.Name + "_" + HintName.HashOf(containingType, signature),
            values.Any(tag => tag.Value.Root == TagRoot.Parameter ? TagTypeRules.IsRefStruct(tag.Value.Parameter!.Type) : tag.Value.Root == TagRoot.Instance && method.ContainingType.IsRefLikeType),
            TagResultRules.TypeOf(method, symbols) is { } result and not (IPointerTypeSymbol or IFunctionPointerTypeSymbol) ? QualifiedNames.Of(result) : null,
            ConstraintExtractor.ExtractAll(method),
            new EquatableArray<TagCaptureModel>(captures),
            new EquatableArray<TagModel>([.. tags.Where(static tag => tag.Root != TagRoot.Result).Select(static tag => tag.Model)]),
            new EquatableArray<TagModel>([.. tags.Where(static tag => tag.Root == TagRoot.Result).Select(static tag => tag.Model)]))
        {
            FailedWhen = failedWhen,
            ErrorTypeFrom = VerdictOf(FailedResultRules.ErrorTypeFrom, method, aspects, symbols),
        };
    }

    private static string? VerdictOf(string option, IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
        => aspects.IsTraced && FailedResultRules.Resolve(aspects.TracePerformance!, option, method, symbols).Value is { } value ? "result" + value.Steps : null;

    private static IEnumerable<(string Name, bool IsMetric, TagValue Value)> ResultOf(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
        => aspects.IsTraced && RecordedResultRules.IsWanted(aspects.TracePerformance, method) && RecordedResultRules.Resolve(method, symbols).Value is { } value
            ? [(RecordedResultRules.TagName, false, value)]
            : [];

    private static TagCaptureModel CaptureOf(TagValue value, IMethodSymbol method, string instance)
        => value.Parameter is { } parameter
            ? new(QualifiedNames.Of(parameter.Type), QualifiedNames.Escape(parameter.Name), QualifiedNames.Escape(parameter.Name))
            : new(QualifiedNames.Of(method.ContainingType), instance, "this");

    private static TagModel ModelOf(string name, bool isMetric, TagValue value, IMethodSymbol method, string instance, AspectSymbols symbols)
    {
        var root = value.Root switch
        {
            TagRoot.Result => "result",
            TagRoot.Instance => "this." + instance,
            _ => "this." + QualifiedNames.Escape(value.Parameter!.Name),
        };
        var mark = TagRedactionRules.FindMark(value, method, symbols);
        var isNameable = mark is not null && !AspectSymbols.IsSame(mark, symbols.Redact) && symbols.IsAccessible(mark, method.ContainingType, null);
        return new TagModel(name, root + value.Steps, isMetric, mark is not null, isNameable ? QualifiedNames.Of(mark!) : null);
    }

    private static string InstanceFieldOf(IMethodSymbol method)
    {
        var name = InstanceField;
        while (method.Parameters.Any(parameter => parameter.Name == name))
        {
            name += "_";
        }

        return name;
    }
}
