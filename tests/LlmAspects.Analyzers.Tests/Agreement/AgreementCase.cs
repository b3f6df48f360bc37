namespace LlmAspects.Analyzers.Tests.Agreement;

/// <summary>One annotated member in one type.</summary>
/// <param name="Container">The type, with <c>@members</c> where the member goes.</param>
/// <param name="Member">The member and its Core, with <c>@aspects</c> where the attributes go.</param>
/// <param name="Aspects">The attributes.</param>
public sealed record AgreementCase(string Container, string Member, string Aspects)
{
    /// <summary>The file of the case; its namespace tells whose a generated file is.</summary>
    /// <param name="number">The number of the case.</param>
    public string SourceOf(int number) => $$"""
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using LlmAspects;

        namespace Case{{number}};

        public struct Nothing;

        public struct Watching
        {
            private int _calls;
            public void OnEnter(AspectCall call) => _calls++;
            public void OnSuccess<T>(T result) where T : allows ref struct => _calls++;
            public void OnSuccess() => _calls++;
            public void OnError(Exception error) => _calls++;
            public void OnExit() => _calls++;
        }

        public struct Awaiting
        {
            public ValueTask OnEnter(CancellationToken token = default) => default;
            public void OnSuccess() { }
            public ValueTask OnExit() => default;
        }

        public struct Taking
        {
            public void OnEnter(object a) { }
            public void OnExit(object instance) { }
        }

        {{Container.Replace("@members", Member.Replace("@aspects", $"[{Aspects}]", StringComparison.Ordinal), StringComparison.Ordinal)}}
        """;
}
