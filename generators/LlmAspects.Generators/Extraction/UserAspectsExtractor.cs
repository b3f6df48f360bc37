using System.Globalization;
using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads the aspects of a user, whose hooks are known to fit.</summary>
internal static class UserAspectsExtractor
{
    public static UserAspectsModel? Extract(IMethodSymbol method, ContainingTypeModel containingType, MethodSignatureModel signature, AspectSymbols symbols)
    {
        var aspects = UserAspectRules.Resolve(method, symbols).ToArray();
        var hash = HintName.HashOf(containingType, signature);
        return aspects.Length == 0 ? null : new UserAspectsModel(
            new EquatableArray<UserAspectModel>([.. aspects.Select((aspect, index) => LayerOf(aspect.Aspect, aspect.Hooks, NameOf(method, aspect.Aspect, index, hash)))]),
            LayerSignatureExtractor.Extract(method, signature, symbols),
            QualifiedNames.Of(method.ContainingType),
            TagResultRules.MayBePending(method, symbols) && TagResultRules.TypeOf(method, symbols) is { } result ? QualifiedNames.Of(result) : null,
            AspectSymbols.IsSame(method.ReturnType, symbols.ValueTask) || AspectSymbols.IsSame(method.ReturnType, symbols.ValueTaskOfT));
    }

    // The hash tells overloads apart, and the name from those of the user.
    private static string NameOf(IMethodSymbol method, UserAspect aspect, int index, string hash)
        => $"{method.Name}With{aspect.Type.Name}{(index == 0 ? string.Empty : (index + 1).ToString(CultureInfo.InvariantCulture))}_{hash}";

    private static UserAspectModel LayerOf(UserAspect aspect, IReadOnlyList<HookBinding> hooks, string name)
        => new(QualifiedNames.Of(aspect.Type), name, new EquatableArray<HookModel>([.. hooks.Select(HookOf)]));

    private static HookModel HookOf(HookBinding hook)
        => new(hook.Kind, hook.Method.IsStatic, hook.IsAsync, new EquatableArray<HookArgumentModel>([.. hook.Arguments.Select(static argument => new HookArgumentModel(
            QualifiedNames.Escape(argument.Parameter.Name), argument.Source, argument.Argument is { } parameter ? QualifiedNames.Escape(parameter.Name) : null))]));
}
