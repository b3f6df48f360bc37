using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Shared;

/// <summary>The one definition of a valid path: the generator writes a tag if and only if there is no problem, else the analyzer reports it.</summary>
internal static class TagPathRules
{
    /// <summary>The value that a tag reads, or the problem in words that say what to do.</summary>
    public static (TagValue? Value, string? Problem) Resolve(TagDeclaration tag, IMethodSymbol method, AspectSymbols symbols)
    {
        if (tag.Parameter is { } parameter)
        {
            return tag.Path is null ? Follow(Begin(parameter, method, symbols), [], method, symbols)
                : (null, "a parameter is its own value; move the path to a [Tag] of the method");
        }

        return tag.Path is not { } path ? (null, "a tag of a method needs a path, for example \"{result.Length}\"") : Resolve(path, method, symbols);
    }

    /// <summary>The value that a path leads to, or the problem in words that say what to do.</summary>
    public static (TagValue? Value, string? Problem) Resolve(string path, IMethodSymbol method, AspectSymbols symbols) =>
        Split(path) is not { } names ? (null, "write names between braces, as in \"{request.Model}\": no calls, no indexers, no text around")
            : Follow(Begin(names[0], method, symbols), [.. names.Skip(1)], method, symbols);

    /// <summary>The whole result, of a stream its last item.</summary>
    public static (TagValue? Value, string? Problem) ResolveResult(IMethodSymbol method, AspectSymbols symbols) =>
        Follow(TagResultRules.Begin(AspectReturnRules.IsStream(method.ReturnType, symbols) ? "last" : "result", method, symbols), [], method, symbols);

    private static string[]? Split(string path)
    {
        if (path.Length < 3 || path[0] != '{' || path[path.Length - 1] != '}')
        {
            return null;
        }

        var names = path.Substring(1, path.Length - 2).Split('.');
        return names.All(SyntaxFacts.IsValidIdentifier) ? names : null;
    }

    private static (TagValue? Value, string? Problem) Begin(string root, IMethodSymbol method, AspectSymbols symbols) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Name == root) is { } found ? Begin(found, method, symbols)
        : root == "this" ? BeginWithInstance(method, symbols)
        : root is "result" or "last" ? TagResultRules.Begin(root, method, symbols)
        : (null, $"'{root}' is no parameter; begin with a parameter, this or result");

    private static (TagValue? Value, string? Problem) Begin(IParameterSymbol parameter, IMethodSymbol method, AspectSymbols symbols) =>
        parameter.RefKind == RefKind.Out ? (null, $"'{parameter.Name}' is an out parameter, which has no value yet")
        : TagTypeRules.HasPointer(parameter.Type) ? (null, "a pointer has no value to record")
        : TagTypeRules.IsRefStruct(parameter.Type) && TagResultRules.MayBePending(method, symbols)
            ? (null, $"'{parameter.Name}' is a ref struct, which cannot be kept until the call ends")
        : (new TagValue(TagRoot.Parameter, parameter, string.Empty, [parameter], parameter.Type), null);

    private static (TagValue? Value, string? Problem) BeginWithInstance(IMethodSymbol method, AspectSymbols symbols) =>
        method.IsStatic ? (null, "a static method has no 'this'")
        : method.ContainingType.IsRefLikeType && TagResultRules.MayBePending(method, symbols) ? (null, "'this' is a ref struct, which cannot be kept until the call ends")
        : (new TagValue(TagRoot.Instance, null, string.Empty, [], method.ContainingType), null);

    private static (TagValue? Value, string? Problem) Follow((TagValue? Value, string? Problem) from, string[] names, IMethodSymbol method, AspectSymbols symbols)
    {
        var isConditional = false;
        foreach (var name in names)
        {
            if (from.Value is not { } value)
            {
                return from;
            }

            var (step, type) = TagTypeRules.StepFrom(value.Type);
            var (member, problem) = TagMemberRules.Find(type, name, method, symbols);
            isConditional |= step == "?.";
            from = member is null ? (null, problem) : (value with
            {
                Steps = value.Steps + step + TagMemberRules.Escape(name),
                Members = [.. value.Members, member],
                Type = TagMemberRules.TypeOf(member),
            }, null);
        }

        return from.Value is null ? from : TagTypeRules.End(from.Value, isConditional);
    }
}
