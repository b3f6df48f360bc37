using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>Finds the calls in a body to which the compiler passes the name of the method.</summary>
internal static class CallerNameRules
{
    private const string CallerMemberName = "System.Runtime.CompilerServices.CallerMemberNameAttribute";
    private static readonly (string Type, string Name) CurrentMethod = ("System.Reflection.MethodBase", "GetCurrentMethod");

    public static IEnumerable<CallerNameArgument> FindCalls(ConversionTarget target)
    {
        var attribute = target.Model.Compilation.GetTypeByMetadataName(CallerMemberName);
        return from argument in target.Model.GetOperation(target.Syntax)?.Descendants().OfType<IArgumentOperation>() ?? []
               where argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: not null } && AspectSymbols.HasAttribute(argument.Parameter, attribute)
               select new CallerNameArgument(HasRival(argument.Parameter!, attribute) ? null : ListOf(argument.Parent!.Syntax), NameOf(argument.Parameter!));
    }

    /// <summary>Why the name cannot be passed as before; null when it can.</summary>
    public static string? FindObstacle(ConversionTarget target) =>
        FindCalls(target).Any(static argument => argument.List is null) ? "a call receives the name of the method that cannot be given it as an argument"
        : AsksForItself(target) ? "the body asks which method it belongs to"
        : null;

    private static bool AsksForItself(ConversionTarget target)
    {
        var type = target.Model.Compilation.GetTypeByMetadataName(CurrentMethod.Type);
        return target.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(static name => name.Identifier.ValueText == CurrentMethod.Name)
            .Any(name => AspectSymbols.IsSame(target.Model.GetSymbolInfo(name).Symbol?.ContainingType, type));
    }

    /// <summary>The arguments by which the body of a Core passes the name of its declaration on, as <see cref="FindCalls"/> has them written.</summary>
    public static IEnumerable<ArgumentSyntax> FindNamedArguments(MethodDeclarationSyntax core, ConversionTarget target)
    {
        var attribute = target.Model.Compilation.GetTypeByMetadataName(CallerMemberName);
        return from argument in target.Model.GetOperation(core)?.Descendants().OfType<IArgumentOperation>() ?? []
               where argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.IsOptional: true } && AspectSymbols.HasAttribute(argument.Parameter, attribute)
               where argument is { Value: INameOfOperation, Value.ConstantValue.Value: string name } && name == target.Method.Name
               select argument.Syntax as ArgumentSyntax into written
               where written?.NameColon is not null
               select written;
    }

    // An overload that takes a name from its callers alone would be called instead.
    private static bool HasRival(IParameterSymbol parameter, INamedTypeSymbol? attribute) =>
        parameter.ContainingSymbol is IMethodSymbol { ContainingType: not null } method
        && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .SelectMany(static overload => overload.Parameters)
            .Any(other => other.Name == parameter.Name && !AspectSymbols.HasAttribute(other, attribute));

    private static BaseArgumentListSyntax? ListOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        ElementAccessExpressionSyntax access => access.ArgumentList,
        ElementBindingExpressionSyntax access => access.ArgumentList,
        ImplicitElementAccessSyntax access => access.ArgumentList,
        _ => null,
    };

    private static string NameOf(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;
}
