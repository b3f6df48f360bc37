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

    public static IEnumerable<CallerNameArgument> FindCalls(ConversionTarget target)
    {
        var attribute = target.Model.Compilation.GetTypeByMetadataName(CallerMemberName);
        return from argument in target.Model.GetOperation(target.Syntax)?.Descendants().OfType<IArgumentOperation>() ?? []
               where argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: not null } && AspectSymbols.HasAttribute(argument.Parameter, attribute)
               select new CallerNameArgument(ListOf(argument.Parent!.Syntax), NameOf(argument.Parameter!));
    }

    /// <summary>Why the name cannot be passed as before; null when it can.</summary>
    public static string? FindObstacle(ConversionTarget target) =>
        FindCalls(target).Any(static argument => argument.List is null) ? "a call without an argument list receives the name of the method" : null;

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
