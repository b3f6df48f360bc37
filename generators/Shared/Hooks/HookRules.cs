using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Finds the hooks of a struct and binds them to a method, statically: nothing is boxed that the hook does not ask for as an object.</summary>
internal static class HookRules
{
    public static readonly IReadOnlyList<HookKind> Kinds = [HookKind.Enter, HookKind.Success, HookKind.Error, HookKind.Exit];

    public static string NameOf(HookKind kind) => kind switch
    {
        HookKind.Enter => "OnEnter",
        HookKind.Success => "OnSuccess",
        HookKind.Error => "OnError",
        _ => "OnExit",
    };

    /// <summary>The methods of the struct that bear the name of the hook.</summary>
    public static IEnumerable<IMethodSymbol> Of(ITypeSymbol type, HookKind kind) =>
        type.GetMembers(NameOf(kind)).OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary);

    /// <summary>The hook, or what is wrong with it; neither when the struct has none. Of overloads the one with most parameters is taken that fits.</summary>
    public static (HookBinding? Hook, string? Problem) Bind(ITypeSymbol type, HookKind kind, HookTarget target)
    {
        var bound = Of(type, kind).Select(method => Bind(method, kind, target)).ToArray();
        var fitting = bound.Where(static hook => hook.Hook is not null).OrderByDescending(static hook => hook.Hook!.Method.Parameters.Length).ToArray();
        if (fitting.Length == 0)
        {
            return (null, bound.Select(hook => $"'{NameOf(kind)}' of '{type.Name}' {hook.Problem}").FirstOrDefault());
        }

        return fitting.Length > 1 && fitting[0].Hook!.Method.Parameters.Length == fitting[1].Hook!.Method.Parameters.Length
            ? (null, $"several overloads of '{NameOf(kind)}' of '{type.Name}' fit; keep one of them")
            : fitting[0];
    }

    private static (HookBinding? Hook, string? Problem) Bind(IMethodSymbol hook, HookKind kind, HookTarget target)
    {
        if (FindDeclarationProblem(hook, target) is { } wrong)
        {
            return (null, wrong);
        }

        var arguments = new List<HookArgument>();
        foreach (var parameter in hook.Parameters)
        {
            var (argument, problem) = HookArgumentRules.Bind(parameter, kind, target);
            if (problem is not null)
            {
                return (null, problem);
            }

            if (argument is not null)
            {
                arguments.Add(argument);
            }
        }

        // C# infers a type argument from the value; from several values it could infer another one than was checked.
        return hook.TypeParameters.FirstOrDefault(parameter => arguments.Count(argument => IsSame(argument.Parameter.Type, parameter)) != 1) is { } undetermined
            ? (null, $"has a type parameter '{undetermined.Name}' that is not the type of exactly one parameter")
            : (new HookBinding(kind, hook, arguments), null);
    }

    private static string? FindDeclarationProblem(IMethodSymbol hook, HookTarget target) =>
        !target.Symbols.IsAccessible(hook, target.Method.ContainingType, null) ? $"is not accessible from '{target.Method.ContainingType.Name}'; make it public"
        : hook is { ReturnsVoid: true, IsAsync: true } ? "is async void, whose end nobody sees; return ValueTask"
        : !hook.ReturnsVoid && (hook.RefKind != RefKind.None || !SymbolEqualityComparer.Default.Equals(hook.ReturnType, target.Symbols.ValueTask))
            ? $"returns '{hook.ReturnType.ToDisplayString(CoreSignature.Format)}'; a hook returns void or ValueTask"
        : hook.Parameters.FirstOrDefault(parameter => parameter.Type is not ITypeParameterSymbol && hook.TypeParameters.Any(generic => Mentions(parameter.Type, generic))) is { } nested
            ? $"takes '{nested.Name}' as '{nested.Type.ToDisplayString(CoreSignature.Format)}'; a type parameter of a hook stands alone"
        : null;

    private static bool Mentions(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        INamedTypeSymbol named => named.TypeArguments.Any(argument => Mentions(argument, parameter)),
        IArrayTypeSymbol array => Mentions(array.ElementType, parameter),
        IPointerTypeSymbol pointer => Mentions(pointer.PointedAtType, parameter),
        _ => IsSame(type, parameter),
    };

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
