#pragma once

/// A small shop: two routes and two models, one of which the other refers to.
inline constexpr auto shopText = R"(openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
paths:
  /items/:
    get:
      operationId: list_items
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
            minimum: 1
      responses:
        '200':
          description: The items
    post:
      operationId: create_item
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Item'
      responses:
        '201':
          description: The item
components:
  schemas:
    Item:
      type: object
      properties:
        name:
          type: string
          minLength: 1
        tags:
          type: array
          items:
            type: string
        kind:
          $ref: '#/components/schemas/Kind'
      required:
        - name
    Kind:
      type: string
)";
