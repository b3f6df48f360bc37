using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Shared;

/// <summary>Finds the value of one parameter of a hook.</summary>
internal static class HookArgumentRules
{
    private const string Instance = "instance";
    private const string Result = "result";

    /// <summary>The argument, or what is wrong in words that follow the hook's name; neither when the parameter keeps its default.</summary>
    public static (HookArgument? Argument, string? Problem) Bind(IParameterSymbol parameter, HookKind kind, HookTarget target)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            return (null, $"takes '{parameter.Name}' by reference; a hook takes values, or 'in'");
        }

        if (FindSource(parameter, kind, target) is not { } source)
        {
            return (null, parameter.IsOptional ? null : ProblemOfUnknown(parameter, target));
        }

        var problem = FindSourceProblem(parameter, source.Argument, kind, target, source.Source) ?? FindTypeProblem(parameter, source.Type, target);
        return problem is null ? (new HookArgument(parameter, source.Source, source.Argument), null) : (null, problem);
    }

    private static (HookSource Source, ITypeSymbol Type, IParameterSymbol? Argument)? FindSource(IParameterSymbol parameter, HookKind kind, HookTarget target)
    {
        var symbols = target.Symbols;
        if (AspectSymbols.IsSame(parameter.Type, symbols.AspectCall) || (kind == HookKind.Error && AspectSymbols.IsSame(parameter.Type, symbols.Exception)))
        {
            return (AspectSymbols.IsSame(parameter.Type, symbols.AspectCall) ? HookSource.Call : HookSource.Error, parameter.Type, null);
        }

        if (kind == HookKind.Success && parameter.Name == Result)
        {
            return target.ResultType is { } result ? (HookSource.Result, result, null) : null;
        }

        return target.Method.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name) is { } argument ? (HookSource.Argument, argument.Type, argument)
            : parameter.Name == Instance ? (HookSource.Instance, target.Method.ContainingType, null)
            : null;
    }

    private static string ProblemOfUnknown(IParameterSymbol parameter, HookTarget target) =>
        parameter.Name == Result && target.ResultType is null ? $"takes '{Result}', but {(target.IsStream ? "a stream" : "the method")} has none"
        : $"takes '{parameter.Name}', which is no parameter of the method; a hook takes an AspectCall, arguments by their names, '{Instance}', in OnSuccess '{Result}' and in OnError an Exception";

    private static string? FindSourceProblem(IParameterSymbol parameter, IParameterSymbol? argument, HookKind kind, HookTarget target, HookSource source) => source switch
    {
        HookSource.Instance when target.Method.IsStatic => $"takes '{Instance}', but the method is static",
        HookSource.Instance when target.IsDeferred(kind) && target.Method.ContainingType.IsRefLikeType => $"takes '{Instance}', a ref struct that cannot be kept until the call ends",
        HookSource.Argument when argument!.RefKind == RefKind.Out && (kind != HookKind.Success || target.IsTask || target.IsStream) =>
            $"takes '{parameter.Name}', an out argument that has a value only in OnSuccess of a method that returns no task",
        HookSource.Argument when target.IsDeferred(kind) && (TagTypeRules.IsRefStruct(argument!.Type) || TagTypeRules.HasPointer(argument.Type)) =>
            $"takes '{parameter.Name}', a ref struct or pointer that cannot be kept until then{(target.IsTask ? "; take it in OnEnter" : string.Empty)}",
        _ => null,
    };

    private static string? FindTypeProblem(IParameterSymbol parameter, ITypeSymbol type, HookTarget target)
    {
        // The wrapper writes object for dynamic.
        var compilation = target.Symbols.Compilation;
        type = type.TypeKind == TypeKind.Dynamic ? compilation.GetSpecialType(SpecialType.System_Object) : type;
        return parameter.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } generic
            ? HookTypeParameterRules.Accepts(generic, type, compilation) ? null : $"is generic, and '{Text(type)}' does not satisfy the constraints of '{generic.Name}'"
            : ((CSharpCompilation)compilation).ClassifyConversion(type, parameter.Type).IsImplicit ? null
            : $"takes '{parameter.Name}' as '{Text(parameter.Type)}', to which '{Text(type)}' does not convert";
    }

    private static string Text(ITypeSymbol type) => type.ToDisplayString(CoreSignature.Format);
}
